/** What Chinese analyses count or measure, as English papers call it: to choose between sentences that hold the same number. */
const NOUNS: readonly (readonly [string, string])[] = [
  ['帧', 'frame'], ['参数', 'parameter'], ['数据集', 'dataset'], ['任务', 'task'], ['小时', 'hour'], ['分钟', 'minute'], ['秒', 'second'], ['步', 'step'],
  ['层', 'layer'], ['视频', 'video'], ['图像', 'image'], ['图片', 'image'], ['序列', 'sequence'], ['样本', 'sample'], ['片段', 'clip'], ['轨迹', 'trajectory'],
  ['基准', 'benchmark'], ['模型', 'model'], ['类别', 'category'], ['延迟', 'latency'], ['成功率', 'success'], ['准确率', 'accuracy'], ['精度', 'accuracy'],
  ['误差', 'error'], ['速度', 'speed'], ['加速', 'speedup'], ['提速', 'faster'], ['成本', 'cost'], ['推理', 'inference'], ['训练', 'training'],
  ['测试', 'test'], ['标注', 'annotation'], ['查询', 'query'], ['问题', 'question'], ['场景', 'scene'], ['机器人', 'robot'], ['论文', 'paper'],
  ['阶段', 'stage'], ['组件', 'component'], ['模块', 'module'], ['领域', 'domain'], ['语言', 'language'], ['用户', 'user'], ['国家', 'country'],
  ['召回', 'recall'], ['碰撞', 'collision'], ['内存', 'memory'], ['显存', 'memory'], ['能耗', 'energy'], ['提升', 'improve'], ['降低', 'reduce'],
  ['减少', 'reduction'], ['分辨率', 'resolution'], ['噪声', 'noise'], ['吞吐', 'throughput'], ['像素', 'pixel'], ['学习率', 'rate'], ['批', 'batch'],
]; // prettier-ignore

export function englishNouns(chinese: string): string[] {
  return NOUNS.flatMap(([zh, en]) => (chinese.includes(zh) ? [en] : []));
}

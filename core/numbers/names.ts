const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s*[,\n]\s*/));

/** Before a number: points to a part of a text, or numbers a case of something. In lower case. */
export const REFERENCES = words(`
  figures, figure, figs, fig, tables, table, tabs, tab, equations, equation, eqs, eqns, eqn, eq, sections, section, secs, sec, algorithms,
  algorithm, alg, appendices, appendix, app, theorem, theorems, thm, lemma, proposition, prop, corollary, definition, def, chapter, chap,
  challenge, step, stage, phase, experiment, question, assumption, remark, footnote, listing, problem, part, line, lines, scenario, case,
  track, tier, level, contribution, direction, finding, no, ranked, ranks, top, version, page, pages, core challenge, seed, option,
  附图, 附表, 图表, 图, 表格, 表, 公式, 方程, 等式, 算式, 式, 算法, 附录, 章节, 定理, 引理, 命题, 推论, 定义, 步骤, 阶段, 参考文献, 文献, 引文, 脚注, 注释,
  贡献, 挑战, 创新点, 创新, 问题, 方向, 观点, 要点, 结论, 发现, 假设, 实验, 案例, 示例, 版本, 情形, 场景, 赛道, 论文, 第, 排名, §`);

/** Before a single digit, and only then: one of several things that the text has numbered. */
export const NUMBERED_THINGS = words(
  `任务, 方法, 策略, 模型, 数据集, 模块, 组件, 变体, 配置, 设置, 目标, 用户, 示例, 样例, Task, Dataset, Method, Model, Group, Agent, Player`,
);

/** What a year belongs to. */
export const VENUES = words(`
  CVPR, ICCV, ECCV, WACV, ACCV, BMVC, NeurIPS, NIPS, ICML, ICLR, AAAI, IJCAI, ACL, EMNLP, NAACL, EACL, COLING, CoRL, ICRA, IROS, RSS, KDD,
  WWW, SIGIR, SIGGRAPH, SIGGRAPH Asia, MICCAI, MIDL, ISBI, INTERSPEECH, Interspeech, ICASSP, TPAMI, IJCV, TMLR, JMLR, AISTATS, UAI, COLT,
  COLM, WSDM, CIKM, RecSys, CHI, UIST, OSDI, SOSP, ASPLOS, ISCA, MLSys, CCS, NDSS, VLDB, SIGMOD, ICDE, ACM MM, MM, FAccT, DAC, ICSE, FSE,
  ASE, 3DV, Workshop, Challenge, Competition, 会议, 大会, 挑战赛, 竞赛`);

/** Before a space or hyphen and a small version number: 3, 2.5, 11. */
export const FAMILIES = words(`
  GPT, ChatGPT, Llama, LLaMA, LLAMA, CodeLlama, Code Llama, Vicuna, Mistral, Mixtral, Gemini, Gemma, PaliGemma, PaLM, Claude, Sonnet, Opus,
  Haiku, Qwen, QwenVL, Qwen VL, QwQ, DeepSeek, Kimi, GLM, ChatGLM, ERNIE, Baichuan, Yi, InternLM, InternVL, MiniCPM, Phi, Grok, Falcon,
  Pythia, OLMo, Molmo, LLaVA, BLIP, Idefics, SmolVLM, Nova, Seed, Doubao, 豆包, Seedance, Seedream, Stable Diffusion, SD, FLUX, Flux, Imagen,
  DALL-E, DALL·E, Midjourney, Sora, Veo, Kling, Wan, Runway, Gen, Pika, Hailuo, CogVideo, CogVideoX, CogVLM, HunyuanVideo, Hunyuan, 混元, 通义千问,
  文心, Mochi, Cosmos, Genie, Firefly, Ideogram, Emu, Janus, SAM, Segment Anything, DINO, YOLO, Depth Anything, MiDaS, Whisper, AlphaFold, ESM,
  OpenVLA, RT, Octo, GR, Helix, Isaac Gym, Isaac Sim, Terminal-Bench, Mercury, MuJoCo, ROS, RoboTwin, Unity, Unreal Engine, UE, Blender, Mitsuba, CUDA, cuDNN, PyTorch,
  TensorFlow, Python, Java, Node, Ubuntu, Windows, Android, iOS, macOS, Snapdragon, 骁龙, Ryzen, Raspberry Pi, 树莓派, iPhone, Pixel, Quest, HoloLens,
  Kinect, Unitree G, UR, USB, Bluetooth, 蓝牙, Wi-Fi, WiFi, HTTP, Web, Industry, 工业, Society, ARC-AGI, ARC AGI, Gym, Spider, Level, OpenAI o`);

/** Before a space and a number of at most four digits that is part of the name: RTX 4090, CIFAR 10, STOXX Europe 600. */
export const NUMBERED = words(`
  ResNet, VGG, DenseNet, RTX, RTX PRO, TITAN, GTX, Tesla, Quadro, GeForce, Radeon, IEEE, ISO, RFC, STOXX Europe, STOXX欧洲, S&P, 标普, CSI, 沪深, 中证, 上证, NASDAQ, 纳斯达克, Russell, 罗素, FTSE, Kinetics,
  UCF, CIFAR, HMDB, Objects, Places, Food, Caltech, Flickr, VOC, PASCAL VOC, Pascal VOC, COCO, MS COCO, MS-COCO, LVIS, MATH, AIME, GSM, Fortune, 财富,
  ISIC, BraTS, BRATS, SemEval, WMT, TREC, CASP, DAVIS, MOT, YouTube-VOS, ILSVRC, LSVRC, ImageNet, Office, Cora, Landsat, Sentinel, Boeing, Airbus`);

/** Words before a year that leave it a year. */
export const BEFORE_YEAR = words(`
  In, Since, By, From, Until, Till, Before, After, During, Of, The, And, To, Between, Around, Year, Early, Late, Mid, Spring, Summer, Autumn, Fall,
  Winter, January, February, March, April, May, June, July, August, September, October, November, December, Jan, Feb, Mar, Apr, Jun, Jul, Aug,
  Sep, Sept, Oct, Nov, Dec`);

/** Units of measure; letters that touch a number and are none of these make it a name. */
export const UNITS = words(`
  ms, s, ns, us, μs, µs, min, mins, h, hr, hrs, d, fps, FPS, Hz, kHz, KHz, MHz, GHz, THz, KB, MB, GB, TB, PB, kB, KiB, MiB, GiB, TiB, bps, kbps, Kbps, Mbps, Gbps,
  kb, Mb, Gb, m, cm, mm, km, nm, um, μm, µm, dm, px, p, dB, dBm, W, mW, kW, MW, GW, kWh, Wh, J, mJ, kJ, V, mV, kV, A, mA, mAh, K, kg, g, mg, lb, t, N, Nm, Pa, kPa, MPa,
  eV, keV, MeV, GeV, TeV, rad, deg, FLOPs, FLOPS, GFLOPs, GFLOPS, TFLOPs, TFLOPS, TOPS, GMACs, MACs, G, bit, bits, byte, bytes, B, M, T, k, b, pp, pt, pts,
  Mpx, MP, GPa, mol, L, mL, ml, C, F, bpp, bpd, steps, shots, way, shot, hop, layers, sec, secs, seconds, minutes, hours, days, x, X, fold, M², m², million, billion, USD`);

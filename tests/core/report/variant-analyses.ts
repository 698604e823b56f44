/**
 * Analyses as the generator's language models have written them over time, in our own words: every form of heading the reports
 * are known to have, with what a reader takes them for.
 */
export interface VariantAnalysis {
  name: string;
  markdown: string;
  /** `part title` of each main section, in order; text under no heading is left out. */
  sections: string[];
  basis: 'full' | 'abstract' | 'unknown';
}

const raw = String.raw;
const TEXT =
  '作者指出，现有的跟踪器在遮挡后很难找回目标，误差随时间累积；本文用两级记忆把短时与长时线索分开，并在三个数据集上把指标提高了 3.2 个百分点。';
const ITEMS = raw`*   **两级记忆：** 短时记忆保存最近的外观，长时记忆保存 $K=8$ 个原型。
    *   **写入规则：** 只有置信度高的帧才写入。
*   **对齐损失**：让两级记忆的特征落在同一空间。`;
const STEPS = raw`1.  **编码：** 用共享骨干取特征。
2.  **检索：** 计算 \(q k^T\) 并取前 8 个。
3.  **解码：** 输出掩码。`;

export const VARIANT_ANALYSES: VariantAnalysis[] = [
  {
    name: 'five parts in bold, under a repeated title and authors, with a farewell',
    markdown: `好的，这是对论文“Two Memories for Tracking”的全面摘要，内容涵盖您要求的各个方面：

**论文题目：** Two Memories for Tracking
**作者：** Ann Lee, Bo Xu

**摘要：**

**1. 主要问题或研究问题：**
${TEXT}

**2. 关键创新或方法论贡献：**
本文的主要创新点包括：
${ITEMS}

**3. 主要结果及其意义：**
${ITEMS}

**4. 论文中提及的局限性：**
*   **速度：** 长视频中检索变慢。

**5. 潜在的未来研究方向：**
论文没有明确列出未来方向，但可以推断：
*   **更长的视频：** 用稀疏检索。

**对计算机视觉领域的意义：**
${TEXT}

总而言之，这篇论文把记忆分成两级，使跟踪更稳。

希望这份摘要能帮助您快速了解这篇论文。`,
    sections: [
      'problem 1. 主要问题或研究问题：',
      'method 2. 关键创新或方法论贡献：',
      'results 3. 主要结果及其意义：',
      'limitations 4. 论文中提及的局限性：',
      'future 5. 潜在的未来研究方向：',
      'impact 对计算机视觉领域的意义：',
    ],
    basis: 'full',
  },
  {
    name: 'a field block with the whole abstract under its English label',
    markdown: `**Title:** Two Memories for Tracking
**Authors:** Ann Lee, Bo Xu
**Published Date:** 2025-12-29
**Categories:** cs.CV

**Abstract:**
We present a method.
It is wrapped - as
many are. It works.

---

**1. 研究问题**
${TEXT}
**2. 核心方法**
${ITEMS}
**3. 主要结果**
${TEXT}
**4. 局限性**
${TEXT}
**5. 未来方向**
${TEXT}`,
    sections: [
      'problem 1. 研究问题',
      'method 2. 核心方法',
      'results 3. 主要结果',
      'limitations 4. 局限性',
      'future 5. 未来方向',
    ],
    basis: 'full',
  },
  {
    name: 'bold numbers with the text on the same line, the colon outside',
    markdown: `**1. 研究问题**：${TEXT}

**2. 创新方法**：${TEXT}

**3. 实验结果**：${TEXT}

**4. 局限**：${TEXT}

**5. 未来工作**：${TEXT}`,
    sections: [
      'problem 1. 研究问题：',
      'method 2. 创新方法：',
      'results 3. 实验结果：',
      'limitations 4. 局限：',
      'future 5. 未来工作：',
    ],
    basis: 'full',
  },
  {
    name: 'half-width colons and English in brackets',
    markdown: `**1. 主要研究问题 (Main Research Question):**
${TEXT}

**2. 关键创新 (Key Innovations):**
${ITEMS}

**3. 主要结果 (Main Results):**
${TEXT}

**4. 局限性 (Limitations):**
${TEXT}

**5. 未来研究方向 (Future Directions):**
${TEXT}`,
    sections: [
      'problem 1. 主要研究问题 (Main Research Question):',
      'method 2. 关键创新 (Key Innovations):',
      'results 3. 主要结果 (Main Results):',
      'limitations 4. 局限性 (Limitations):',
      'future 5. 未来研究方向 (Future Directions):',
    ],
    basis: 'full',
  },
  {
    name: 'bold without number under a container',
    markdown: `**摘要：**

**研究问题：**
${TEXT}

**主要创新点：**
${ITEMS}

**实验结果：**
${TEXT}

**局限性：**
${TEXT}

**未来研究方向：**
${TEXT}`,
    sections: [
      'problem 研究问题：',
      'method 主要创新点：',
      'results 实验结果：',
      'limitations 局限性：',
      'future 未来研究方向：',
    ],
    basis: 'full',
  },
  {
    name: 'bold without number, each with bold sub-headings and lists of bold names',
    markdown: `## 论文摘要

**问题与动机**
${TEXT}

**核心方法**
${TEXT}

**详细步骤：**
${STEPS}

**主要结果**
${ITEMS}

**局限与意义**
${TEXT}`,
    sections: ['problem 问题与动机', 'method 核心方法', 'results 主要结果', 'limitations 局限与意义'],
    basis: 'full',
  },
  {
    name: 'list items as headings, text indented by four',
    markdown: `好的，以下是对该论文的分析：

*   **1. 研究问题：**
    ${TEXT}

*   **2. 关键创新：**
    *   **两级记忆：** 短时与长时分开。
    *   **对齐损失：** 同一空间。

*   **3. 主要结果：**
    ${TEXT}

*   **4. 局限性：**
    ${TEXT}

*   **5. 未来方向：**
    ${TEXT}`,
    sections: [
      'problem 1. 研究问题：',
      'method 2. 关键创新：',
      'results 3. 主要结果：',
      'limitations 4. 局限性：',
      'future 5. 未来方向：',
    ],
    basis: 'full',
  },
  {
    name: 'ordered items as headings, with nested ordered lists',
    markdown: `1.  **主要问题与研究目标：**
    ${TEXT}

2.  **创新与方法：**
    1.  **编码：** 取特征。
    2.  **检索：** 取前 8 个。

3.  **主要结果与意义：**
    ${TEXT}

4.  **局限性：**
    *   **速度：** 变慢。

5.  **未来研究方向：**
    ${TEXT}`,
    sections: [
      'problem 1. 主要问题与研究目标：',
      'method 2. 创新与方法：',
      'results 3. 主要结果与意义：',
      'limitations 4. 局限性：',
      'future 5. 未来研究方向：',
    ],
    basis: 'full',
  },
  {
    name: 'dashes as headings without number',
    markdown: `- **研究问题**：${TEXT}
- **核心方法**：${TEXT}
  - **两级记忆**：短时与长时。
  - **对齐损失**：同一空间。
- **实验结果**：${TEXT}
- **局限性**：${TEXT}
- **未来方向**：${TEXT}`,
    sections: [
      'problem 研究问题：',
      'method 核心方法：',
      'results 实验结果：',
      'limitations 局限性：',
      'future 未来方向：',
    ],
    basis: 'full',
  },
  {
    name: 'the abstract only, third level, English in brackets, an expert comment behind',
    markdown: `作为计算机视觉领域的专家，我对这篇论文的摘要进行如下分析：

---

### 1. 论文的主要贡献总结 (Summary of Main Contribution)

${TEXT}

### 2. 关键创新或方法论 (Key Innovation)

${ITEMS}

### 3. 对该领域的潜在影响 (Potential Impact)

${ITEMS}

### 4. 可能受益的相关领域或应用 (Related Areas)

${ITEMS}

### 5. 从摘要中可以推断出的局限性 (Limitations)

${ITEMS}

### 专家点评

${TEXT}`,
    sections: [
      'contribution 1. 论文的主要贡献总结 (Summary of Main Contribution)',
      'method 2. 关键创新或方法论 (Key Innovation)',
      'impact 3. 对该领域的潜在影响 (Potential Impact)',
      'applications 4. 可能受益的相关领域或应用 (Related Areas)',
      'limitations 5. 从摘要中可以推断出的局限性 (Limitations)',
      'other 专家点评',
    ],
    basis: 'abstract',
  },
  {
    name: 'the abstract only, in English',
    markdown: `Here is an analysis of the paper's abstract:

**1. Concise Summary of the Main Contribution**
The paper splits the memory of a tracker into two.

**2. Key Innovation or Methodological Approach**
- **Two memories:** short and long.

**3. Potential Impact on the Field**
Longer videos.

**4. Related Areas or Applications That Might Benefit**
Robots.

**5. Limitations That Can Be Inferred from the Abstract**
No word on speed.`,
    sections: [
      'contribution 1. Concise Summary of the Main Contribution',
      'method 2. Key Innovation or Methodological Approach',
      'impact 3. Potential Impact on the Field',
      'applications 4. Related Areas or Applications That Might Benefit',
      'limitations 5. Limitations That Can Be Inferred from the Abstract',
    ],
    basis: 'abstract',
  },
  {
    name: 'the abstract only, fourth level with bold inside',
    markdown: `#### **1. 论文主要贡献（2-3句话）**
${TEXT}

#### **2. 关键创新与方法**
${ITEMS}

#### **3. 对领域的潜在影响**
${ITEMS}

#### **4. 相关应用领域**
${ITEMS}

#### **5. 可推断的局限性**
${ITEMS}`,
    sections: [
      'contribution 1. 论文主要贡献（2-3句话）',
      'method 2. 关键创新与方法',
      'impact 3. 对领域的潜在影响',
      'applications 4. 相关应用领域',
      'limitations 5. 可推断的局限性',
    ],
    basis: 'abstract',
  },
  {
    name: 'seven parts with sub-headings of the same level',
    markdown: `## 论文方法分析与总结：Two Memories for Tracking

### 1. 摘要翻译
${TEXT}

### 2. 方法动机分析
*   **驱动力：** 遮挡后找回目标。
*   **现有方法的痛点：** 误差累积。
*   **研究假设：** 两级记忆互补。

### 3. 方法设计详解
**方法流程：**
${STEPS}

### 3.1 编码器
${TEXT}

### （1）检索模块
${TEXT}

### Pipeline
${STEPS}

**详细步骤：**
${STEPS}

### 4. 方法对比分析
*   **本质区别：** 写入规则。

### 5. 实验分析
*   **局限性：** 速度。

### 6. 实用指南
*   **开源情况：** 已开源。

### 7. 总结
*   **核心思想：** 记忆分两级。
*   **速记版pipeline：**
    1. 取特征
    2. 检索`,
    sections: [
      'translation 1. 摘要翻译',
      'problem 2. 方法动机分析',
      'method 3. 方法设计详解',
      'comparison 4. 方法对比分析',
      'results 5. 实验分析',
      'guide 6. 实用指南',
      'conclusion 7. 总结',
    ],
    basis: 'full',
  },
  {
    name: 'seven parts on the first level, sub-sections numbered below, slips 5, 5, 6',
    markdown: `# Two Memories for Tracking

# 1. 摘要翻译
${TEXT}
# 2. 方法动机分析
## 2.1 背景
${TEXT}
## 2.2 痛点
${TEXT}
# 3. 方法设计详解
## 3.1 编码器
${TEXT}
### （a）结构
${TEXT}
# 4. 方法对比分析
${TEXT}
# 5. 实验表现与优势
${TEXT}
# 5. 学习与应用
${TEXT}
# 6. 总结
${TEXT}`,
    sections: [
      'translation 1. 摘要翻译',
      'problem 2. 方法动机分析',
      'method 3. 方法设计详解',
      'comparison 4. 方法对比分析',
      'results 5. 实验表现与优势',
      'guide 5. 学习与应用',
      'conclusion 6. 总结',
    ],
    basis: 'full',
  },
  {
    name: 'seven parts without numbers, the paper as first heading of the level above',
    markdown: `## Two Memories for Tracking

### 摘要翻译
${TEXT}

### 方法动机分析
${TEXT}

### 方法设计详解
#### 编码器
${TEXT}
#### 训练策略
${TEXT}

### 方法对比分析
${TEXT}

### 实验分析
${TEXT}

### 实用指南
${TEXT}

### 总结
${TEXT}`,
    sections: [
      'translation 摘要翻译',
      'problem 方法动机分析',
      'method 方法设计详解',
      'comparison 方法对比分析',
      'results 实验分析',
      'guide 实用指南',
      'conclusion 总结',
    ],
    basis: 'full',
  },
  {
    name: 'Chinese numerals, digits below, a container above',
    markdown: `# 论文分析

## 一、研究背景与问题
${TEXT}

## 二、核心方法
### 1. 编码器
${TEXT}
### 2. 检索
${TEXT}
#### （1）写入规则
${TEXT}

## 三、实验结果
### 1. 数据集
${TEXT}
### 2. 消融实验
${TEXT}

## 四、局限与展望
${TEXT}

## 五、总结
${TEXT}`,
    sections: [
      'problem 一、研究背景与问题',
      'method 二、核心方法',
      'results 三、实验结果',
      'limitations 四、局限与展望',
      'conclusion 五、总结',
    ],
    basis: 'full',
  },
  {
    name: 'Chinese numerals in bold, bold digits below',
    markdown: `**一、问题与动机**
${TEXT}

**二、核心方法**

**1. 编码器设计**
${TEXT}

**2. 训练策略**
${TEXT}

**三、实验结果**

**1. 主要结果**
${TEXT}

**2. 消融实验**
${TEXT}

**四、局限性与意义**
${TEXT}`,
    sections: ['problem 一、问题与动机', 'method 二、核心方法', 'results 三、实验结果', 'limitations 四、局限性与意义'],
    basis: 'full',
  },
  {
    name: 'Chinese numerals in bold, sub-headings in parentheses',
    markdown: `**一、研究问题**
**（一）背景**
${TEXT}
**（二）挑战**
${TEXT}
**二、方法**
**（一）编码**
${TEXT}
**（二）检索**
${TEXT}
**三、结果**
${TEXT}
**四、局限**
${TEXT}`,
    sections: ['problem 一、研究问题', 'method 二、方法', 'results 三、结果', 'limitations 四、局限'],
    basis: 'full',
  },
  {
    name: 'four parts, unnumbered, bold numbers inside one of them',
    markdown: `### 问题与动机

${TEXT}

### 核心方法

**1. 编码器**
${TEXT}

**2. 检索**
${TEXT}

**3. 实验中的训练目标**
${TEXT}

### 主要结果

${TEXT}

### 局限与意义

${TEXT}`,
    sections: ['problem 问题与动机', 'method 核心方法', 'results 主要结果', 'limitations 局限与意义'],
    basis: 'full',
  },
  {
    name: 'bold numbered sections with Markdown headings below them',
    markdown: `**1. 研究问题**
${TEXT}

**2. 方法**

### 2.1 编码器
${TEXT}

### Pipeline
${STEPS}

**3. 实验结果**
${TEXT}

**4. 局限性**
${TEXT}

**5. 未来方向**
${TEXT}`,
    sections: [
      'problem 1. 研究问题',
      'method 2. 方法',
      'results 3. 实验结果',
      'limitations 4. 局限性',
      'future 5. 未来方向',
    ],
    basis: 'full',
  },
  {
    name: 'numbered headings with unnumbered ones of the same level inside',
    markdown: `### 1. 研究问题
${TEXT}
### 2. 核心方法
### 整体框架
${TEXT}
### 训练目标
${TEXT}
### 3. 实验结果
### 数据集
${TEXT}
### 4. 局限性
${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 核心方法', 'results 3. 实验结果', 'limitations 4. 局限性'],
    basis: 'full',
  },
  {
    name: 'emoji in front and blanks behind',
    markdown: `### 🎯 研究问题  
${TEXT}

### 💡 核心创新 
${TEXT}

### 📊 实验结果
${TEXT}

### ⚠️ 局限性
${TEXT}

### 🚀 未来方向
${TEXT}`,
    sections: [
      'problem 🎯 研究问题',
      'method 💡 核心创新',
      'results 📊 实验结果',
      'limitations ⚠️ 局限性',
      'future 🚀 未来方向',
    ],
    basis: 'full',
  },
  {
    name: 'keycap digits',
    markdown: `### 1️⃣ 研究问题
${TEXT}
### 2️⃣ 核心方法
#### 编码器
${TEXT}
### 3️⃣ 实验结果
${TEXT}`,
    sections: ['problem 1️⃣ 研究问题', 'method 2️⃣ 核心方法', 'results 3️⃣ 实验结果'],
    basis: 'full',
  },
  {
    name: 'no blank behind the marks',
    markdown: `###1. 研究问题
${TEXT}
###2. 核心方法
${TEXT}
###3. 实验结果
${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 核心方法', 'results 3. 实验结果'],
    basis: 'full',
  },
  {
    name: 'rules between the sections, some doubled, one glued to the text',
    markdown: `**1. 论文的主要贡献**
${TEXT}

---

**2. 关键创新**
${TEXT}
---
**3. 潜在影响**
${TEXT}

---

---

**4. 相关领域**
${TEXT}

**5. 可推断的局限性**
${TEXT}

---`,
    sections: [
      'contribution 1. 论文的主要贡献',
      'method 2. 关键创新',
      'impact 3. 潜在影响',
      'applications 4. 相关领域',
      'limitations 5. 可推断的局限性',
    ],
    basis: 'abstract',
  },
  {
    name: 'a container of the same form directly above, and the closing in the same form',
    markdown: `**《Two Memories for Tracking》论文摘要**

**1. 研究问题：** ${TEXT}

**2. 方法：** ${TEXT}

**3. 结果：** ${TEXT}

**4. 局限性：** ${TEXT}

**5. 未来方向：** ${TEXT}

**总结：** ${TEXT}`,
    sections: [
      'problem 1. 研究问题：',
      'method 2. 方法：',
      'results 3. 结果：',
      'limitations 4. 局限性：',
      'future 5. 未来方向：',
      'conclusion 总结：',
    ],
    basis: 'full',
  },
  {
    name: 'lead prose, then free headings of the fourth level',
    markdown: `遮挡是跟踪中最难的情形。${TEXT}

#### 两级记忆怎样工作

${TEXT}

#### 证据有多强

${TEXT}

#### 谁适合用

${TEXT}`,
    sections: ['method 两级记忆怎样工作', 'results 证据有多强', 'applications 谁适合用'],
    basis: 'full',
  },
  {
    name: 'prose only, with bold words',
    markdown: `**Two Memories** 研究的是遮挡后的找回问题。${TEXT}

方法上，作者把记忆分成两级。**短时记忆**保存外观，**长时记忆**保存原型。

局限也很明确：长视频中检索变慢。总体而言，思路清楚。`,
    sections: [],
    basis: 'unknown',
  },
  {
    name: 'questions as headings',
    markdown: `**Q1: 这篇论文试图解决什么问题？**
${TEXT}

**Q2: 有哪些相关研究？**
${TEXT}

**Q3: 论文如何解决这个问题？**
${TEXT}

**Q4: 论文做了哪些实验？**
${TEXT}

**Q5: 有什么可以进一步探索的点？**
${TEXT}

**Q6: 总结一下论文的主要内容**
${TEXT}`,
    sections: [
      'problem Q1: 这篇论文试图解决什么问题？',
      'comparison Q2: 有哪些相关研究？',
      'method Q3: 论文如何解决这个问题？',
      'results Q4: 论文做了哪些实验？',
      'future Q5: 有什么可以进一步探索的点？',
      'conclusion Q6: 总结一下论文的主要内容',
    ],
    basis: 'full',
  },
  {
    name: 'numbers with a full-width mark and in full-width digits of items',
    markdown: `**1．研究问题**
${TEXT}
**2．核心方法**
${TEXT}
**3．主要结果**
${TEXT}
**4．局限性**
${TEXT}`,
    sections: ['problem 1．研究问题', 'method 2．核心方法', 'results 3．主要结果', 'limitations 4．局限性'],
    basis: 'full',
  },
  {
    name: 'number outside the bold',
    markdown: `1. **研究问题**

   ${TEXT}

2. **核心方法**

   ${TEXT}

3. **实验结果**

   ${TEXT}

4. **局限性**

   ${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 核心方法', 'results 3. 实验结果', 'limitations 4. 局限性'],
    basis: 'full',
  },
  {
    name: 'a table and formulas inside, the first level used for all',
    markdown: raw`# 1. 研究问题
${TEXT}

# 2. 方法
\[
\mathcal{L} = \mathcal{L}_{a} + \lambda \mathcal{L}_{b}
\]
1. 第一步：编码
2. 第二步：解码

# 3. 结果
| 方法 | J&F |
| --- | --- |
| **1. 基线** | 70.1 |
| **2. 本文** | 73.3 |

# 4. 局限性
${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 方法', 'results 3. 结果', 'limitations 4. 局限性'],
    basis: 'full',
  },
  {
    name: 'code with comments that look like headings',
    markdown: `### 1. 研究问题
${TEXT}
### 2. 方法设计
\`\`\`python
# 1. 编码
x = encode(x)
## 2. 解码
y = decode(x)
\`\`\`
### 3. 实验结果
${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 方法设计', 'results 3. 实验结果'],
    basis: 'full',
  },
  {
    name: 'innovations numbered in bold inside a numbered section of the same form',
    markdown: `**1. 研究问题：**
${TEXT}

**2. 关键创新：**

**创新一：两级记忆**
${TEXT}

**创新二：对齐损失**
${TEXT}

**3. 主要结果：**
${TEXT}

**4. 局限性：**
${TEXT}

**5. 未来方向：**
${TEXT}`,
    sections: [
      'problem 1. 研究问题：',
      'method 2. 关键创新：',
      'results 3. 主要结果：',
      'limitations 4. 局限性：',
      'future 5. 未来方向：',
    ],
    basis: 'full',
  },
  {
    name: 'mixed: the first heading lost its mark',
    markdown: `1. 研究问题

${TEXT}

**2. 核心方法**

${TEXT}

**3. 主要结果**

${TEXT}

**4. 局限性**

${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 核心方法', 'results 3. 主要结果', 'limitations 4. 局限性'],
    basis: 'full',
  },
  {
    name: 'a paper title as the numbered headings’ own level, then a summary container with rule',
    markdown: `### **Two Memories for Tracking** 论文解析

---

### **一、研究动机**
${TEXT}

### **二、方法概述**
${TEXT}

### **三、实验与分析**
${TEXT}

### **四、优缺点**
${TEXT}`,
    sections: ['problem 一、研究动机', 'method 二、方法概述', 'results 三、实验与分析', 'limitations 四、优缺点'],
    basis: 'full',
  },
  {
    name: 'parts counted out',
    markdown: `## 第一部分：研究问题
${TEXT}
## 第二部分：方法创新
${TEXT}
## 第三部分：实验结果
${TEXT}
## 第四部分：局限与展望
${TEXT}`,
    sections: [
      'problem 第一部分：研究问题',
      'method 第二部分：方法创新',
      'results 第三部分：实验结果',
      'limitations 第四部分：局限与展望',
    ],
    basis: 'full',
  },
  {
    name: 'an English analysis of the full text with sub-headings',
    markdown: `## Paper Analysis

### 1. Problem and Motivation
Trackers lose targets.

#### 1.1 Background
Text.

### 2. Core Method
Text.

### Pipeline
Text.

### 3. Experiments and Results
Text.

### 4. Limitations and Significance
Text.`,
    sections: [
      'problem 1. Problem and Motivation',
      'method 2. Core Method',
      'results 3. Experiments and Results',
      'limitations 4. Limitations and Significance',
    ],
    basis: 'full',
  },
  {
    name: 'each bold heading in the list form with a colon outside, half-width',
    markdown: `* **研究问题**:
    ${TEXT}
* **创新方法**:
    ${TEXT}
    * **编码**: 取特征。
* **主要结果**:
    ${TEXT}
* **局限性**:
    ${TEXT}
* **未来研究**:
    ${TEXT}`,
    sections: ['problem 研究问题:', 'method 创新方法:', 'results 主要结果:', 'limitations 局限性:', 'future 未来研究:'],
    basis: 'full',
  },
  {
    name: 'headings that are indented or in a quotation’s company',
    markdown: ` ### 1. 研究问题
> 原文：we ask why trackers fail.

${TEXT}
   ### 2. 方法
${TEXT}
 ### 3. 结果 ###
${TEXT}`,
    sections: ['problem 1. 研究问题', 'method 2. 方法', 'results 3. 结果'],
    basis: 'full',
  },
];

/** Texts in which the model had no paper, some with an empty skeleton behind. */
export const VARIANT_FAILURES: string[] = [
  '好的，请您提供论文的标题、作者和摘要，或者上传PDF全文。我将根据您提供的内容，从以下几个方面进行分析。',
  '请提供您希望我分析的论文全文。由于我目前只看到了标题，无法进行深入的分析。\n\n一旦您提供了论文，我会按照您的要求给出结构化的总结。',
  '好的，我已准备好为您分析论文。请提供论文的文本内容。\n\n**1. 研究问题：**\n\n**2. 方法：**\n\n**3. 结果：**\n\n**4. 局限性：**\n\n**5. 未来方向：**',
  '请您提供论文的PDF文件或全文内容，以便我为您撰写摘要。\n\n---\n\n### 1. 摘要翻译\n[待补充]\n\n### 2. 方法动机分析\n（在此填写）\n\n### 3. 方法设计详解\n...\n\n### 4. 方法对比分析\n\n### 5. 实验分析\n\n### 6. 实用指南\n\n### 7. 总结\n',
  '我已经准备好分析您的论文。请提供论文内容，我将按照以下结构进行分析：\n\n### 1. 摘要翻译\n（将论文摘要翻译成中文）\n\n### 2. 方法动机分析\n- **驱动力**：作者为什么提出这个方法？\n- **现有方法的痛点**：具体指出现有方法的局限性和不足\n- **研究假设**：用简洁语言概括论文的基本假设或直觉\n\n### 3. 方法设计详解\n- **流程总结**：提供清晰的方法 pipeline，详细解释每个步骤的具体操作和技术细节\n- **模型结构**：描述各模块功能与作用，以及它们如何协同工作\n- **算法解释**：用通俗语言解释关键公式/算法的意义\n\n### 4. 方法对比分析\n- **本质区别**：与现有主流方法的根本不同点\n- **创新点**：明确指出方法的创新贡献\n- **适用场景**：分析方法的适用范围和最佳应用场景\n\n### 5. 实验分析\n- **验证方法**：作者如何验证方法有效性\n\n### 6. 实用指南\n- **开源情况**：论文是否开源\n\n### 7. 总结\n- **核心思想**：一句话概括',
  `请提供论文的全文，我将严格按照下面的框架撰写分析：\n\n## 一、研究问题\n${'- **子问题**：详细描述论文要解决的每一个子问题，并说明它们为什么重要以及彼此之间的关系\n'.repeat(6)}\n## 二、方法\n${'- 解释每一个模块的输入、输出与内部结构，并指出它们与现有方法的不同之处\n'.repeat(6)}`,
  '非常抱歉，您似乎没有附上论文的内容。请提供论文全文或链接，我会立即开始分析。',
  'Please provide the paper you would like me to analyze. Once you share the text, I will give a structured summary.',
  '由于您没有提供论文的具体内容，我无法进行分析。请提供论文的摘要或全文。',
  '好的，我明白了。请您将需要分析的论文发给我，我会以方法分析专家的身份，按照您给出的框架进行深入解读。',
];

/** Analyses that use the words of a request and yet are analyses. */
export const NO_FAILURES: string[] = [
  `**1. 研究问题：**\n${TEXT}\n\n**2. 方法：**\n系统提示用户“请提供一张图片”，随后生成文本。${TEXT}\n\n**3. 结果：**\n${TEXT}\n\n**4. 局限性：**\n${TEXT}`,
  `${TEXT}${TEXT}\n\n${TEXT}${TEXT}\n\n如果您需要更详细的分析，请提供论文全文。`,
  `该方法需要用户提供文本与参考图。${TEXT}`,
  `由于篇幅有限，以下只分析主要内容。\n\n### 1. 研究问题\n${TEXT}\n\n### 2. 方法\n${TEXT}${TEXT}`,
  `请注意，本分析仅基于论文摘要。\n\n### 1. 主要贡献\n${TEXT}\n\n### 2. 关键创新\n${TEXT}${TEXT}\n\n### 3. 潜在影响\n${TEXT}${TEXT}`,
  `好的，这是对论文摘要的分析：\n\n### 1. 主要贡献\n${TEXT}\n\n### 2. 关键创新\n${TEXT}\n\n### 3. 潜在影响\n${TEXT}\n\n如果您能提供全文，我可以给出更深入的分析。`,
];

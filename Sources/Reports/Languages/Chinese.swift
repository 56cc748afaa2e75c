import Results

extension Language {
  static let chinese = Language(
    "zh", decimalSign: .point,
    [
      .skip: "跳到正文", .contents: "目录", .colophon: "所有数字均由 Nabla 仅根据本笔记计算得出。",
      .footnotes: "脚注", .backToText: "返回正文", .code: "代码", .summary: "摘要",

      .figure: "图 {1}", .table: "表 {1}", .listing: "代码 {1}", .equation: "公式", .exercise: "练习 {1}",
      .solution: "解答", .solutionTo: "{1} 的解答",

      .note: "注", .tip: "提示", .important: "重要", .warning: "警告", .caution: "小心",
      .severityError: "错误", .severityWarning: "警告", .severityNote: "注", .help: "帮助：",
      .notComputed: "未计算：",

      .asExpected: "符合预期", .notAsExpected: "不符合预期", .expectationsMet: "{1} 项预期，全部符合",
      .verdictsSoFar: "至此的判定", .noEquationsAbove: "上文没有公式", .headEquation: "公式", .headLine: "行",
      .headVerdict: "判定", .headColumns: "列：{1}",

      .verdict: "判定：", .verdicts: "判定", .expected: "{1}，预期：{2}", .holds: "成立",
      .convention: "在约定下成立", .fails: "不成立", .defines: "定义", .conflicts: "与先前的定义冲突",
      .updates: "更新", .notChecked: "未检查",

      .factConvention: "约定", .factAt: "在 {1}", .factBothSides: "两边", .factSides: "左边与右边", .factShapes: "形状",
      .factEntry: "分量 {1}", .entryOf: "{1}，分量 {2}", .linkHoldsIf: "第 {1} 环写成下式则成立", .orLinkAs: "或第 {1} 环写成",
      .aboutVerdicts:
        "每个独立公式都在笔记本自身的网络和随机网络上计算过；结论列于公式下方，可展开查看。",
      .randomPoints: "{1} 个随机点", .componentsAt: "{2}处的 {1}", .previous: "上一篇", .next: "下一篇",
      .factCompared: "已比较", .factDifference: "最大差", .factOmitted: "未比较", .holdsIf: "写成下式则成立",
      .orAs: "或写成", .withNumbers: "代入数值", .withNumbersAt: "代入数值，在 {1}", .onBothSides: "两边均为 {1}",
      .against: "{1} 与 {2}", .ratio: "比值 {1}", .components: "{1} 个分量", .networks: "{1} 个网络",
      .randomNetworks: "{1} 个随机网络", .firstExamples: "前 {1} 个样本", .ownNetwork: "笔记自己的网络", .alsoOwnNetwork: "{1}和笔记自己的网络",
      .componentsOn: "{1}，{2}", .hiddenByRounding: "{1}，因舍入或溢出而无可比较",

      .countsBehind: "{1}：", .equations: "{1} 个公式", .countHolds: "成立", .countConvention: "在约定下成立", .countFails: "不成立",
      .countDefines: "定义符号", .countConflicts: "相互冲突", .countUpdates: "是更新", .countNotChecked: "未检查",
      .unexpectedly: "出乎预期", .checkedOf: "{2} 个中已检查 {1} 个",
      .expectationsAsExpected: "{1} 项预期，符合|{1} 项预期，全部符合",
      .expectationsNotAsExpected: "{1} 项预期，不符合|{1} 项预期，其中 {2} 项不符合",
      .errors: "{1} 个错误", .warnings: "{1} 个警告", .expectationInLine: "第 {1} 行的预期", .errorInLine: "第 {1} 行的错误",
      .see: "见 {1}", .line: "第 {1} 行",
      .equationInLine: "第 {1} 行的公式{2}", .equationsInLine: "第 {1} 行的公式{2}",

      .notebook: "笔记", .notebooks: "笔记", .countNotebooks: "{1} 份笔记", .ofThemChecked: "已检查 {1} 个",
      .noneChecked: "均未检查", .allAsExpected: "全部符合预期", .notebooksNotAsExpected: "{1} 份笔记不符合预期",
      .alsoAs: "另有 {1}", .headEquations: "公式", .coverage: "覆盖率", .expectations: "预期", .total: "合计",
    ])
}

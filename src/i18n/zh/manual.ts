import type { Manual } from '../en/manual.ts'

/** 只在帮助里说的话，平时不加载。 */
export const manual: Manual = {
  examples: {
    interview: `viva interview -n 5 --seconds 90  五道题，每道一分半
viva interview -m 20 --topic 缓存  二十分钟，只问一个主题
viva interview --weak --dry-run  会问什么、为什么`,
    review: `viva review  先是到期的，再学新卡
viva review --new 5 -m 20  最多五张新卡，二十分钟后不再开始下一张
viva review --cram --topic 缓存  把一个主题过一遍，复习安排不变`,
    plan: `viva plan --date 2026-12-14 -m 30  到那天为止，每天半小时
viva plan --topics jd.txt  招聘启事要求的更重
viva plan --days 14 --json  给程序用`,
    search: `viva search 缓存 过期  讲到这些的卡片
viva search '「旁路缓存」 topic:缓存'  一字不差，限一个主题
viva search  边输入边找`,
    list: `viva list --state  每张卡片的状态
viva list --weak --topic 缓存  该补的地方
viva list --json | jq -r '.[].id'  全部 id`,
    show: `viva show cache-pen  按 id 的开头
viva show notes/net.md:40  那一行上的卡片
viva show 什么是死锁  按题目里的词`,
    assess: `viva assess deadlock "两个线程互相等待"  说到了哪些要点
viva assess deadlock --file answer.txt --why  每个判断的依据
pbpaste | viva assess deadlock --json  给程序用`,
    rate: `viva rate deadlock good  记一次复习
viva rate deadlock hard --seconds 40  连同用时
viva rate deadlock again --json  打印下次到期的日子`,
    undo: `viva undo  撤回上一件事
viva undo && viva undo  再往前一件
viva undo 7f3a-12  撤回这一条，id 见 viva log --json`,
    suspend: `viva suspend deadlock  按 id
viva suspend net.md:40  按位置
viva list --state  看哪些停用了`,
    unsuspend: `viva unsuspend deadlock  按 id
viva unsuspend net.md:40  按位置
viva list --state  看现在的状态`,
    bury: `viva bury deadlock  明天再说
viva bury net.md:40  按位置
viva undo  今天还是要`,
    note: `viva note self-introduction  用 $EDITOR 写自己的答案
EDITOR=nano viva note deadlock  换一个编辑器
viva show deadlock  备注和参考答案一起看`,
    completion: `eval "$(viva completion bash)"  只在这个 shell 里
viva completion fish > ~/.config/fish/completions/viva.fish  一直有效
viva completion powershell | Out-String | Invoke-Expression  在 PowerShell 里`,
    log: `viva log  全部评分
viva log | tail -n 20  最近的
viva log --json | jq length  一共多少`,
    stats: `viva stats  全部，画成图
viva stats --topic 缓存 --since 2026-09-01  一个主题，从某天算起
viva stats --save stats.pdf  连同图表存成文件`,
    topics: `viva topics  每个主题和标签的卡片状态
viva topics --topic 缓存  只看一些
viva topics --json  给程序用`,
    history: `viva history  过去的面试和走势
viva history last  最近一场的报告
viva history 3 --save report.pdf  第三场的报告存成文件`,
    relink: `viva relink  一对一对地问
viva relink --json  还没定的有哪些
viva relink --undo  撤回上一个回答`,
    check: `viva check ~/notes  找到了什么、忽略了什么
viva check ~/notes/net.md --why  题目形式是怎么选定的
viva check --json  给程序用`,
    library: `viva library  题库从哪里来
viva library add ~/notes  以后都读这里
viva library --json  给程序用`,
    libraryAdd: `viva library add ~/notes  一个文件夹
viva library add github:owner/notes --path docs  git 仓库里的一个文件夹
viva library add ~/notes --questions "heading-3 + label"  指明题目的写法`,
    libraryUpdate: `viva library update  所有来自 git 的
viva library update notes  只更新叫这个名字的
viva library update --json  给程序用`,
    libraryList: `viva library list  已添加的题库
viva library list --json  给程序用
viva check  里面有什么`,
    libraryRemove: `viva library remove ~/notes  不再读，评分还在
viva library remove notes  来自 git 的，连文件一起删
viva library add ~/notes  加回来，评分照旧`,
    doctor: `viva doctor  逐行核对校验和
viva doctor --repair  重建缓存
viva doctor --json  给程序用`,
    backup: `viva backup  文件名带日期
viva backup viva.backup  存成这个文件
viva backup viva.backup --force  替换已有的`,
    restore: `viva restore viva.backup  补上这里没有的
viva doctor  看看是否都完好
viva log | tail  看看补了什么`,
    sync: `viva sync  与设置好的远端同步
viva sync /media/stick/viva.git  与 U 盘上的仓库同步
viva config set autosync on  每次练完后在后台同步`,
    syncSetup: `viva sync setup git@example.org:me/viva.git  先说明哪些内容会离开，再同步
viva sync setup /media/stick/viva.git  在空文件夹里新建仓库
viva sync status  同步到哪里、多久以前`,
    syncStatus: `viva sync status  同步到哪里、多久以前、还有什么没传
viva sync status --json  给程序用
viva doctor  看那里的内容是否完好`,
    import: `viva import collection.colpkg --dry-run  看看能从 Anki 带来什么
viva import deck.apkg --cards ~/notes/anki  带来评分，卡片写成笔记
viva import reviews.jsonl --library ~/notes  任何工具的评分，对应这些笔记里的卡片`,
    config: `viva config list  每项设置的值和意思
viva config set date 2026-12-01  面试那天
viva config set language en  改说英文`,
    configList: `viva config list  每项设置的值和意思
viva config list --lang en  用英文
viva config get retention  单看一项，脚本里用`,
    configGet: `viva config get date  面试那天
viva config get preset.后端  一个方案里有什么
viva config get new  每天几张新卡`,
    configSet: `viva config set date 2026-12-01  面试那天
viva config set new 5  每天五张新卡
viva config set date ''  恢复默认`,
    configTune: `viva config tune  拟合、试用，更准才采用
viva config tune --revert  撤回最近一次
viva config tune --json  给程序用`,
  },
  exitCodes:
    '退出码：0 完成（没有找到、没有到期也算）；1 你能自己解决的问题；2 命令写错了；70 程序的 bug；130 被中断。',
  topics: {
    keys: `按键

作答时
  回车 换行 · Ctrl-D 提交 · Ctrl-T 提示一个要点 · Ctrl-P 暂停
  Ctrl-X 跳过 · Ctrl-G 打开 $EDITOR · F1 全部按键 · Ctrl-C 离开，内容都会保留
对照时
  1 重来 · 2 困难 · 3 良好 · 4 简单（全角数字也行）
  方向键和空格 勾选要点 · t 看另一种语言的答案
  n 写备注 · u 撤回上一个评分 · ? 全部按键
复习时
  空格或回车 看答案 · t 先输入答案 · s 跳过 · b 推到明天
  x 停用 · e 在 $EDITOR 里打开笔记 · q 或 Ctrl-C 离开
加了 --plain 则按行输入：:hint、:skip、:pause、:leave；单独一行 "." 提交`,
    notes: `笔记

什么样的 Markdown 都可以，也从不往里写一个字。viva check 会说明找到了什么。
题目下面可以写几条注释，Markdown 不会显示出来：
  <!-- id: cache-stampede -->        固定它的 id
  <!-- aliases: 一种 | 另一种 -->      其他说法，供搜索
  <!-- level: mid -->                junior、mid 或 senior
  <!-- tags: redis, 缓存 -->
答案里面
  ### 要点（### Key points）          列表：好的回答该说到什么
  ### 追问（### Follow-ups）          列表：接着会问什么；条目下面缩进的文字是它的答案
文件头可用 YAML 或 TOML 写：title、topics、tags、level、language、questions、skip
整个题库：根目录的 .viva.yaml 里写 skip、language、files（questions、topics、encoding）
某一节：<!-- viva: skip --> 或 <!-- viva: heading-3 -->`,
    json: `JSON

--json 在标准输出打印一份 JSON，别的都不打印。没有的值不写；时间是带时区的 ISO 8601，due 是当地日期，
start 和 end 是半开区间，按 UTF-16 计。
  list     [{id, question, answered, topics, tags, level, language, library, file, line, endLine}]
           --state 再加 schedule {stage, due, stability, difficulty, reps, lapses}
  search   [{id, question, file, line, score, snippet, matches: [{field, start, end}]}]，最好的在前
  show     一张卡片，有 answer、keyPoints、followUps、followUpAnswers
  assess   {id, coverage, keyPoints: [{text, credit, covered, verdict, evidence}], proposed}
  rate     {review: {id, card, grade, at}, due}，写到磁盘上才打印
  log      [{id, card, grade, at, device, source}]
  library  [{path, questions, name, url, branch, folder, commit, committed, updated}]
           update：[{name, commit, changed, new: [{id, question}], edited, gone}]，或 {name, failed}
  history、stats  见 viva history --help 和 viva stats --help
  plan     见 viva plan --help
  topics   {topics: [{path: [], cards, new, due, weak, recall}], tags: [{tag, …}]}`,
    environment: `环境变量

  VIVA_HOME          viva 的一切都放在这个文件夹；不设则放在系统给程序用的地方
  VIVA_NOW           设定时钟：2026-03-09T20:00:00+08:00；倒计时照走
  VIVA_DEBUG         设为 1 则显示 bug 的位置
  VISUAL、EDITOR     写备注和 Ctrl-G 用的编辑器
  NO_COLOR           不用颜色；FORCE_COLOR 在管道里也用颜色
  SOURCE_DATE_EPOCH  导出的日期，让字节每次都一样
  LC_ALL、LANG       界面语言；--lang 和设置 language 优先
  TZ                 一天从哪个时区的早上算起`,
  },
}

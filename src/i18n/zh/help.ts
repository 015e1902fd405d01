import type { help as english } from '../en/help.ts'

export const help: typeof english = {
  interview: `会问什么
  每个主题都有份，大的主题稍多；记不牢的、上次答得少的、从没问过的先来，最近三场问过的先歇着；少见的级别会往前提。
  临近 date 设的面试日期，薄弱的题更多，涉及的主题也更多。停用和推到明天的卡片不问。
  每张卡片有自己的时间，半分钟到五分钟，看答案长短、要点、代码和级别，按每分钟说 240 个字算。--seconds 给所有题同样的时间，设置 seconds 是平常的时间，-n 和 -m 一起用则把分钟数平分。--seed 再问一次同样的题：按第一次用这个种子时掌握的情况来选。
  有选项的题按字母选，再按一次取消，空格或回车提交。
  viva config set preset.名字 '' 删除一个方案。`,
  history: `JSON
  --json 是 [{"n","name","at","questions","answered","usedMs","coverage","recall","finished"}]，从最早的排起：coverage 是平均说到了多少要点，recall 是评过分和跳过的题里良好以上的比例，都是 0 到 1。带编号时，在其中一项之外还有 ended、mode、exam、soft、seed、narrowed、planned、followUps、givenMs、grades、late、timeUp、hurried、hints、pauses、pausedMs、hesitationMs、topics（各有自己的得分）、compared（interviews、now、before）、dueByTomorrow（id）和 turns：
  {"turn","at","card","follows","question","topic","keyPoints","limitMs","ended","answer","usedMs","pausedMs","hesitationMs","hints","late","hurried","coverage","grade","proposed","missed","contradicted","review"}
  last 或 -1 是最近一场。看报告不需要笔记：问过什么都记在面试里。`,
  plan: `怎么安排
  每张卡片都看到了那一天会怎样：什么都不做、今天复习一次、之后再复习几次（间隔每次加倍），各有多大把握记得。一秒钟能换来多少，和别的卡片比着算；时间够全部过几遍时，记得最差的先来。新卡第一次能答上来多少，按主题从你的评分里学；一次回答要多久，看你最近的用时。
  到那天为止，viva review 和 viva interview 都按它来；不想按计划就 viva config set plan off，或者复习时用 --ahead、--new。预计是按 FSRS 的概率一张张推演出来的，不是保证。
  --json 是 {"today","date","daysLeft","minutes","cards","known":{"planned","due","nothing"},"days":[{"date","reviews","new","minutes","topics":[{"topic","cards"}]}],"byMinutes":[{"minutes","known"}],"weakest":[{"topic","cards","weak","recall"}],"weights":[{"topic","weight"}]}。`,
  stats: `说明
  记住多少，只算离上次复习隔了一天以上的，别的说明不了记性；条上的标记是 FSRS 按你的参数预计的。复习过三张以上的主题才列出来。加 --plain 或放在管道里，就用文字说。
  --json 是 {"today","since","reviews","activeDays","usedMs","new","telling","recall","foreseen","streak","longestStreak","days","months","forecast":[{"date","due"}],"stages","times","hours","interviews","topics","leeches"}：days 是最近一年的 {"date","reviews"}，months 是每月的合计，时间是毫秒，比例是 0 到 1。`,
  exporting: `细节
  图片只取题库里面的，放不进去的会说明。卡片和时间不变，写出的字节就不变：日期可用 VIVA_NOW 或 SOURCE_DATE_EPOCH 指定。
  PDF 不依赖系统里的字体。自带字体没有的字符（生僻字、韩文、阿拉伯文等）印成编号 [U+20BB7]，并在提示里列出；--font <文件> 可以加一款字体。Linux x64 上用原生引擎排版，其他平台用 WebAssembly，时间约为四倍，结果逐字节相同。
  从右往左的文字，以及 PNG、JPEG、GIF、WebP、SVG 之外的图片不会排版。
  CSV 里以 =、+、-、@ 开头的单元格，前面会加一个撇号，免得被当成公式执行；文件开头有 BOM，否则 Excel 和 WPS 会把中文读成乱码（标准输出没有）。
  导出的 .md 在文件头写着 questions: marked，每张卡片的范围由注释说明；图片地址不变。`,
  importing: `能接手什么
  Anki：.apkg、.colpkg、.anki2（先关掉 Anki），2.0 以来的各个版本，每一次评分都带过来。卡片重置之前的评分和突击复习留在记录里，不影响安排；手动改的到期日不算复习。
  hashcards：hashcards.db，连同旁边的笔记。Mnemosyne：default.db。都带上每一次评分。
  obsidian-spaced-repetition：一篇笔记或整个仓库（注释 <!--SR:…-->，或插件的 data.json）。org-drill：一个 .org 文件或文件夹。它们只存间隔和难易，不存复习记录：每张卡片记一条，以那个间隔作为稳定性，之后的复习接着算。
  别的工具：一行一次复习，例如
  {"question":"什么是死锁？","grade":3,"at":"2026-03-09T20:00:00+08:00","seconds":12}
  题目也可以用 "card" 加 id 指定；grade 是 1 到 4 或 again、hard、good、easy；at 也可以是 1970 年以来的毫秒数；seconds 可以不写。

对应哪张卡片
  id 相同或题目完全相同的那一张；很像的在终端里逐张问你。其余的只计数，加上 --cards <文件夹> 就写成笔记：牌组成为文件和主题，标签不变，图片放在 media/。已有的文件一概不动。不管用哪种文件，重复导入都不会重复。`,
  sync: `任何能推送的 git 仓库都行：服务器上的，或一个文件夹里的，U 盘也可以；里面最好没有别的内容。需要装有 git；不需要你的姓名和邮箱，你的钩子、签名和模板都不会用到。
  每台设备只往自己的文件里加行，所以不会有冲突。在两台机器上都改过的笔记，两份都留着。远端损坏的内容不会收下；远端被清空或改写，也不会让本机少掉什么。
  界面语言、路径和 autosync 各机器自己定。题库留在原处；有地址的题库，会在其他机器上提到它的地址。`,
  completion: `按你用的 shell 运行一次：
  bash        echo 'eval "$(viva completion bash)"' >> ~/.bashrc
  zsh         echo 'source <(viva completion zsh)' >> ~/.zshrc
  fish        viva completion fish > ~/.config/fish/completions/viva.fish
  PowerShell  Add-Content $PROFILE 'viva completion powershell | Out-String | Invoke-Expression'
  新开的 shell 里就能补全。macOS 自带的 bash 3.2 用 eval "$(viva completion bash)"。`,
  tune: `至少要有 1000 次隔了天的复习：先用较早的五分之四拟合 FSRS-6 的参数，在最新的五分之一上试，预测明显更准才采用。每次拟合都是记录里带日期的一行；--revert 撤回最近一次，手工设置的参数优先。它用到一个可选的包，npm ci 会在能装的系统上装好。`,
}

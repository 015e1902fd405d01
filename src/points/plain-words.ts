import { fold } from '../search/text/fold.ts'
import { isWord } from './vocabulary.ts'

// Chinese words that only hold a sentence together.
const glue = `可以 需要 进行 使用 通过 以及 或者 如果 因为 所以 但是 然后 这样 那样 一个 一些 一种 例如 比如 通常 一般 其中 包括 包含 相关
根据 为了 由于 对于 关于 之间 以下 如下 非常 更加 从而 能够 必须 应该 我们 你们 他们 就是 还是 只是 这个 那个 这些 那些 什么 怎么 如何 为什么 是否 主要 以便
并且 而且 同时 此外 另外 首先 其次 最后 接着 之后 之前 时候 的话 一下 一定 可能 不同 具体 各种 特定 适合 适用 用于 基于 当前 其他 其它 某个 某些 还有 直接
来说 来讲 有点 有些 只有 只要 不管 无论 即使 虽然 不过 于是 因此 常见 常用 主要是 也就是 就行 不能 不会 不用 不要 不可 没有 不是 不必 只能 都不 也不 也要 还要 就要 要不 好像 记得 感觉 觉得 知道 起来 下来 出来 上去 下去 里面 上面 下面 哪些 哪个`

// Chinese words that are in every answer of the field.
const vague = `对方 用户 系统 数据 功能 服务 项目 应用 信息 处理 操作 方式 方法 情况 问题 实现 支持 提供 管理 开发 技术 程序 代码 内容 结果 过程 步骤 流程 业务 场景
平台 网站 界面 提高 提升 确保 保证 避免 防止 减少 增加 请求 接口 设置 配置 负责 完成 开始 部分 全部 多个 单个 所有 时间 工具 能力 要求 考虑 影响 需求 重要
合理 有效 正确 快速 方便 简单 公司 后台 服务器 客户端 服务端 存储 保存 生成 创建 获取 返回 查询 更新 添加 发送 接收 执行 运行 显示 记录 检查 判断 提交 调用 访问`

const latin = `a about after again all also always an and any are as at be because been before being between but by can could did do
does doing done each either every for from get gets give given go goes going had has have having he her here how i if in into is it its itself just
know let like lot make makes many may me might more most much must my need needs never no not of off often on one only or other our out over own
please put really same say see should simply since so some something still such than that the their them then there these they thing things this those
through to too under until up us use used uses using usually very want was way we well were what when where which while who why will with without would you your
e g i ve re ll don doesn isn etc eg ie via per both few it's against versus vs plus means mean less`

const latinVague = `data system user users server service application app request time value new code work works case number type set run first last two
client add call change check name file page web api create id list example project different important support provide process information`

const glueWords = new Set(fold(glue).split(/\s+/))
const vagueWords = new Set(fold(vague).split(/\s+/))
const latinGlue = new Set(latin.split(/\s+/))
const latinVagueWords = new Set(latinVague.split(/\s+/))

/** Characters that part words where no known word holds them. */
const parting = new Set(
  fold(
    '的了是在和与或及就也都还而且但并把被将对以于由给让向这那其之若则我你他它们吗呢吧啊嘛着很太更再又才只即所些么什怎哪',
  ),
)
/** Characters that say little of the words they are in. */
const weak = new Set(
  '用会能到从过个等有做去来上下里中后前时为可要想该某各每如一二两三种些样次大小多少好不没无未非得该各',
)

/** From 0, for what only holds a sentence together, to 1. */
export function tellingOf(word: string): number {
  if (glueWords.has(word) || latinGlue.has(word)) return 0
  if (vagueWords.has(word) || latinVagueWords.has(word)) return 0.35
  return 1
}

export function isParting(character: string): boolean {
  return parting.has(character)
}

export function isWeak(character: string): boolean {
  return weak.has(character) || parting.has(character)
}

/** Whether a word is listed here or in the vocabulary, and so cuts Chinese into words. */
export function isListed(word: string): boolean {
  return glueWords.has(word) || vagueWords.has(word) || isWord(word)
}

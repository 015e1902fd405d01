import { fold } from '../../search/text/fold.ts'
import { nameOf } from '../names.ts'

// Of each line no two parts (between `|`) can hold at once; `=` parts the names of the same.
/** Things beside each other: what is said of one is wrong of the next. */
const siblings = `
对称加密=symmetric encryption=symmetric|非对称加密=asymmetric encryption=asymmetric
公钥=public key|私钥=private key
签名=signed=signature|加密=encrypted=encryption
编码=encoding=encoded|加密=encrypted=encryption
认证=authentication|授权=authorization
主库=主节点=primary=master|从库=从节点=secondary=replica=slave
读者=readers|写者=writers
请求头=request header=request headers|响应头=response header=response headers
请求体=request body|响应体=response body
客户端=client=浏览器=browser|服务端=服务器=server=backend
前端=front end=frontend|后端=back end=backend
推送=push|轮询=polling=poll
内存=memory=in-memory|磁盘=硬盘=disk
堆=heap|栈=stack
线程=多线程=thread=threads|进程=多进程=process=processes
悲观锁=pessimistic lock=pessimistic locking|乐观锁=optimistic lock=optimistic locking
读锁=共享锁=read lock=shared lock|写锁=排他锁=write lock=exclusive lock
行锁=row lock=row locks|表锁=table lock=table locks
读未提交=read uncommitted|读已提交=read committed|可重复读=repeatable read|串行化=serializable
脏读=dirty read=dirty reads|不可重复读=non-repeatable read|幻读=phantom=phantom read=phantoms
聚簇索引=clustered index|二级索引=辅助索引=secondary index
b+树=b+ tree=b-tree|红黑树=red-black tree|哈希表=hash table=hash map|跳表=skip list|链表=linked list|数组=array|二叉树=binary tree
叶子=叶子节点=leaf=leaves|非叶子=内部节点=internal node=inner nodes
整数=int=integer=bigint|浮点数=浮点=float=double=floating point|字符串=string=text
rdb|aof
redo=redo log|undo=undo log|binlog
物理=physical|逻辑=logical
rebase=变基|merge=合并
get|post|put|delete|patch
301=永久重定向|302=临时重定向
401=未登录|403=没权限
tcp|udp
http|https
http/1.1|http/2|http/3
localstorage=local storage|sessionstorage=session storage|cookie
no-cache|no-store
max-age|etag
强缓存|协商缓存
md5|sha-256=sha256|bcrypt|argon2id=argon2|scrypt|pbkdf2
uuid v4=v4|uuid v7=v7
prefork|gevent=eventlet=greenlet
cpu 密集=cpu密集=计算密集=cpu-bound=cpu bound=cpu-heavy=cpu heavy|io 密集=io密集=i/o 密集=i/o密集=i/o-bound=i/o bound=io-bound=io bound
固定窗口=fixed window|滑动窗口=sliding window|令牌桶=token bucket|漏桶=leaky bucket
缓存穿透=穿透=cache penetration=penetration|缓存击穿=击穿=cache breakdown=breakdown|缓存雪崩=雪崩=cache avalanche=avalanche
限流=rate limiting|熔断=circuit breaker|降级=degradation
noeviction|allkeys-lru|volatile-lru|allkeys-lfu|volatile-lfu|allkeys-random|volatile-ttl
lru|lfu|fifo
at most once=至多一次|at least once=至少一次|exactly once=恰好一次=精确一次
存活=存活探针=liveness|就绪=就绪探针=readiness|启动探针=startup probe
requests|limits
滚动=滚动发布=rolling|蓝绿=蓝绿发布=blue-green|灰度=金丝雀=canary
单体=monolith=monolithic|微服务=microservice=microservices
左连接=left join|右连接=right join|内连接=inner join
深拷贝=deep copy|浅拷贝=shallow copy
值=by value|引用=by reference
继承=inheritance|组合=composition
抽象类=abstract class|接口=interface
重载=overload=overloading|重写=override=overriding
编译=compile=compiled|解释=interpreted
微任务=microtask=microtasks|宏任务=macrotask=macrotasks
promise=promises|settimeout=timer=timers
快照=snapshot|日志=log
快任务=fast tasks|慢任务=slow tasks
第一=最先=first|最后=last
从上到下=自上而下=top down=top to bottom=top-down|从下到上=自下而上=bottom up=bottom to top=bottom-up
从左到右=left to right|从右到左=right to left
真实数据库=real database|模拟=mock=mocks
作者=author|评审者=reviewer
事实=fact=facts=evidence|职位=资历=seniority=most senior=authority
定义处=定义的地方=where it is defined=where the function is defined|使用处=使用的地方=用到的地方=where it is used
o(1)|o(n)|o(log n)|o(n^2)
ipv4|ipv6
json|xml|protobuf
rest|graphql|grpc
lf|crlf
utf8|utf8mb4
innodb|myisam
postgresql=postgres=pg|mysql=innodb
mongodb=mongo|mysql
hnsw|ivf
char|varchar
union|union all
where|having
count(*)|count(字段)
握手=handshake|挥手
上游=upstream|下游=downstream
生产者=producer|消费者=consumer
支付=pay=payment|退款=refund
`

/** What things are or do. */
const antonyms = `
同步=sync=synchronous=synchronously|异步=async=asynchronous=asynchronously
阻塞=blocking|非阻塞=non-blocking=nonblocking
自动=自己会=automatic=automatically=by itself=by themselves=on its own|手动=手工=人工=得自己=自己去=manual=manually=by hand=yourself=themselves=himself
有状态=stateful|无状态=stateless
有序=ordered=sorted|无序=unordered=unsorted
强一致=strong consistency=strongly consistent|最终一致=最终一致性=eventual consistency=eventually consistent
加密=encrypted=encryption=ciphertext|明文=unencrypted=plaintext=plain text
读=read=reads|写=write=writes
推=push|拉=pull
单线程=一个线程=single thread=single-threaded=one thread|多线程=多个线程=multiple threads=multi-threaded=many threads=several threads
并发=concurrency=concurrent|并行=parallelism=parallel
水平=横向=horizontal=horizontally=scale out|垂直=纵向=vertical=vertically=scale up
可变=mutable|immutable
静态=static|动态=dynamic
全局=global|局部=local
公开=public|私有=private
升序=ascending=asc|降序=descending=desc
最左=leftmost=最左前缀=leftmost prefix|最右=rightmost
全量=full|增量=incremental
完全=完整=complete=completely=full=fully=entire|部分=partial=partially=in part
永久=permanent=permanently=forever=for ever|临时=temporary=temporarily
惰性=懒=懒加载=延迟加载=lazy=lazily|立即=马上=一次性=eager=eagerly=at once=right away=immediately
定期=periodic=periodically|实时=real time=立刻=马上=immediately=at once
精确=准时=准点=exact=exactly=precisely=punctually=on time|大概=大约=approximate=approximately=roughly
简单=simple|复杂=complex=complicated
快=fast=quick=quickly=faster|慢=slow=slowly=slower
提前=early|延后=late
长=long|短=short=短命=short-lived
大=large=big|小=small=小步=tiny
浅=shallow|深=deep
高=high|低=low
多=many|少=few
增加=增长=变大=更多=变多=increase=increases=grow=grows|减少=降低=变小=更少=变少=decrease=decreases=reduce=shrink=shrinks
加快=提高=变快=speed up=speeds up=faster|拖慢=变慢=降低=slow down=slows down=slower=slows
放大=enlarge|缩小=shrink=缩短
拆分=拆开=分开=隔离=split=separate=separately=apart=separated|合并=合在一起=放一起=放在一起=混在一起=merge=together=mixed=combined
各自=each has its own=own|共享=共用=share=shared=sharing
唯一=unique|重复=duplicate=duplicates
有限=limited=bounded|无限=不限=随便=unlimited=unbounded
必须=一定要=must|可选=随意=optional
强制=mandatory=enforced|可选=optional
允许=可以=allow=allowed=allows|禁止=拒绝=forbid=forbidden=deny=denied=reject
白名单=allow-list=allowlist=whitelist|黑名单=denylist=blacklist=blocklist
开启=打开=启用=enable=enabled=turn on|关闭=关掉=禁用=disable=disabled=turn off
成功=success=succeed=succeeds|失败=failure=fail=fails
safe=secure|unsafe=insecure
reliable=reliably|unreliable=unreliably
暂停=挂起=pause=pauses=suspend=suspends|结束=终止=end=ends=terminate=terminates
保存=保留=keep=keeps=preserve|丢失=丢掉=lose=loses=lost=discard
相同=一样=同一=same|不同=不一样=different
奇数=odd|偶数=even
单数=singular|双数=even
之前=先=before|之后=再=after
入口=entry|出口=exit
上行=upstream|下行=downstream
正向=forward|反向=reverse=backward
乐观=optimistic|悲观=pessimistic
集中=centralized|分散=分布式=distributed
一次=once=one time|多次=反复=两遍=两次=很多次=任意多次=twice=many times=repeatedly=as often as you like=again and again=any number of times
真实=真的=real|模拟=假的=mock=mocks=fake
单机=单台=single machine|多机=多台=集群=cluster=several machines
乐观更新=optimistic update|悲观更新=pessimistic update
精度丢失=precision loss|精确=exact
线性=linear|对数=logarithmic=log n|常数=constant=o(1)
冷=cold|热=hot
冻结=freeze|解冻=unfreeze
升级=upgrade|降级=downgrade
可选链=optional chaining|断言=assertion
直接=direct=directly|间接=indirect=indirectly=transitive=transitively
左边=左侧=left=on the left|右边=右侧=right=on the right
尽早=早期=early=as early as possible|末尾=最后才=late=too late
移除=删掉了=废弃=淘汰=取消了=removed=gone=deprecated=dropped|仍然=依然=照样=还能=还可以=still
吞掉=吃掉=swallow=swallows=hide=hides=suppress|抛出=继续抛=重新抛=raise=raises=rethrow=rethrows
均匀=公平=even=evenly=uniform=fair=fairly|倾斜=不均=uneven=unevenly=biased=skewed
前台=foreground|后台=background=daemon
跳过=忽略=skip=skips=skipped=ignore=ignores=ignored|执行=run=runs=检查=check=checks=checked
总是=一律=永远=always=every time|有时=可能=偶尔=sometimes=may=occasionally
全部=所有=全都=all=every=everything|部分=某些=some=only some=几个
同一个=同一=same=a single=one|两个=分成两个=separate=two=different
大顶堆=max-heap=max heap|小顶堆=min-heap=min heap
平均=average=on average|最坏=worst=worst case=in the worst case
超过=大于=长于=exceed=exceeds=longer than=more than|小于=短于=低于=shorter than=less than=below
最大=maximum=largest=greatest|最小=minimum=smallest=least
最前=开头=beginning=at the front|最后=末尾=结尾=end=at the back
客观=objective|主观=subjective
显式=explicit=explicitly|隐式=implicit=implicitly
精简=slim|完整=full
幂等=idempotent|非幂等=non-idempotent
嵌套=nested|平铺=扁平=flat
持久=durable=persistent|易失=volatile=in memory only
本地=local|远程=remote
独立=独享=isolated=independent=its own|共享=共用=shared
严格=strict=strictly|宽松=loose=lenient
先进先出=fifo|后进先出=lifo
单向=one-way=unidirectional|双向=both ways=two-way=bidirectional=full-duplex=全双工
连续=contiguous=consecutive|离散=scattered
乱序=out of order|顺序=按序=in order
正数=positive|负数=negative
相加=plus=add|相减=minus=subtract
相乘=乘以=times=multiplied by|相除=除以=divided by
整个=whole=entire|一部分=part of
立刻=立即=马上=instantly=immediately|延迟=稍后=later=delayed=deferred
昂贵=贵=expensive=costly|便宜=cheap
容易=easy=easily|困难=难=hard=difficult
强=strong|弱=weak
真=true|假=false
实际=实测=actual|估算=估计=估的=estimate=estimated
单向链表=单链表=singly linked=singly|双向链表=双链表=doubly linked=doubly
keep on=turn on=switch on|turn off=switch off=disable
奇偶校验=parity|校验和=checksum
`

export type Opposites = {
  /** The names that exclude it. */
  readonly names: readonly string[]
  /** The names that mean the same as it. */
  readonly same: readonly string[]
  /** Whether it is a thing among its like, so that what stands beside another is said of that one. */
  readonly isThing: boolean
}

/** A name in a line of a table, and which of its parts it is in. */
type Standing = {
  readonly parts: readonly (readonly string[])[]
  readonly part: number
  readonly isThing: boolean
}

let table: ReadonlyMap<string, readonly Standing[]> | undefined
const found = new Map<string, Opposites>()

/** Whether something excludes a folded and stemmed name. */
export function hasOpposites(name: string): boolean {
  table ??= made()
  return table.has(name)
}

/** What excludes it; undefined if nothing does. */
export function oppositesOf(name: string): Opposites | undefined {
  const known = found.get(name)
  if (known !== undefined) return known
  table ??= made()
  const standings = table.get(name)
  if (standings === undefined) return undefined
  const others = standings.flatMap(({ parts, part }) => parts.filter((_, i) => i !== part).flat())
  const own = standings.flatMap(({ parts, part }) => parts[part] ?? [])
  const opposites = {
    names: [...new Set(others)].filter((other) => !own.includes(other)),
    same: [...new Set(own)].filter((other) => other !== name),
    isThing: standings.some(({ isThing }) => isThing),
  }
  found.set(name, opposites)
  return opposites
}

function made(): ReadonlyMap<string, readonly Standing[]> {
  const all = new Map<string, Standing[]>()
  for (const [lines, isThing] of [
    [siblings, true],
    [antonyms, false],
  ] as const) {
    for (const line of fold(lines).split('\n')) {
      const parts = line.split('|').map((names) => names.split('=').map(nameOf).filter(Boolean))
      for (const [part, names] of parts.entries()) {
        for (const name of names) {
          const standing = { parts, part, isThing }
          const before = all.get(name)
          if (before === undefined) all.set(name, [standing])
          else before.push(standing)
        }
      }
    }
  }
  return all
}

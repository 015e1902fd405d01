import { fold } from './text/fold.ts'

/**
 * Names that mean the same, folded, a group a line, each name between two bars. It is looked into as
 * it is: taking it apart would take longer than the whole search.
 */
export type Glossary = string

/** The glossary of the field, and the person's own lines like `垃圾回收 = garbage collection = GC`. */
export function glossaryWith(own: string): Glossary {
  if (own === '') return field
  const groups = own
    .split('\n')
    .slice(0, mostLines)
    .flatMap((line) => {
      const names = fold(line)
        .split('=')
        .map((name) => name.trim().replace(/[\s|]+/g, ' '))
      const group = names.filter((name) => name !== '')
      return group.length < 2 || line.startsWith('#') ? [] : [`|${group.join('|')}|`]
    })
  return `${field}\n${groups.join('\n')}`
}

/** Whether a glossary has the name. */
export function isNamed(glossary: Glossary, name: string): boolean {
  return glossary.includes(`|${name}|`)
}

/** The other names in the groups of a name. */
export function othersOf(glossary: Glossary, name: string): readonly string[] {
  const others = new Set<string>()
  const wanted = `|${name}|`
  for (let at = glossary.indexOf(wanted); at >= 0; at = glossary.indexOf(wanted, at + 1)) {
    const start = glossary.lastIndexOf('\n', at) + 1
    const end = glossary.indexOf('\n', at)
    const group = glossary.slice(start, end < 0 ? undefined : end).split('|')
    for (const other of group) if (other !== '' && other !== name) others.add(other)
  }
  return [...others]
}

const mostLines = 5000

const field = `
|垃圾回收|garbage collection|gc|
|缓存|cache|caching|
|缓存穿透|cache penetration|
|缓存击穿|cache breakdown|hotspot invalid|
|缓存雪崩|cache avalanche|
|布隆过滤器|bloom filter|
|消息队列|message queue|mq|
|死锁|deadlock|
|锁|lock|
|互斥锁|mutex|
|自旋锁|spinlock|spin lock|
|乐观锁|optimistic lock|optimistic locking|
|悲观锁|pessimistic lock|pessimistic locking|
|读写锁|read-write lock|rwlock|
|分布式锁|distributed lock|
|信号量|semaphore|
|条件变量|condition variable|
|线程|thread|
|线程池|thread pool|
|进程|process|
|协程|coroutine|goroutine|
|并发|concurrency|concurrent|
|并行|parallelism|parallel|
|异步|async|asynchronous|
|同步|sync|synchronous|
|阻塞|blocking|
|非阻塞|non-blocking|nonblocking|
|多路复用|multiplexing|
|上下文切换|context switch|
|竞态条件|race condition|
|事务|transaction|
|事务隔离级别|isolation level|
|隔离级别|isolation level|
|脏读|dirty read|
|幻读|phantom read|
|不可重复读|non-repeatable read|
|两阶段提交|two-phase commit|2pc|
|最终一致性|eventual consistency|
|一致性哈希|consistent hashing|consistent hash|
|共识算法|consensus algorithm|
|幂等|idempotent|idempotency|idempotence|
|限流|rate limiting|rate limit|throttling|
|熔断|circuit breaker|circuit breaking|
|降级|degradation|fallback|
|负载均衡|load balancing|load balancer|
|反向代理|reverse proxy|
|服务发现|service discovery|
|微服务|microservice|microservices|
|分库分表|sharding|
|分片|shard|sharding|
|分区|partition|
|主从复制|replication|master-slave replication|
|读写分离|read-write splitting|read write separation|
|索引|index|
|聚簇索引|clustered index|
|覆盖索引|covering index|
|联合索引|composite index|
|倒排索引|inverted index|
|最左前缀|leftmost prefix|
|慢查询|slow query|
|外键|foreign key|
|主键|primary key|
|连接池|connection pool|
|数据库|database|
|关系型数据库|relational database|
|视图|view|
|触发器|trigger|
|存储过程|stored procedure|
|持久化|persistence|
|序列化|serialization|serialize|
|反序列化|deserialization|deserialize|
|哈希表|hash table|hash map|
|链表|linked list|
|二叉树|binary tree|
|红黑树|red-black tree|
|跳表|skip list|
|堆|heap|
|栈|stack|
|队列|queue|
|递归|recursion|
|动态规划|dynamic programming|
|时间复杂度|time complexity|
|排序|sorting|
|闭包|closure|
|原型链|prototype chain|
|事件循环|event loop|
|回调|callback|
|生成器|generator|
|迭代器|iterator|
|装饰器|decorator|
|中间件|middleware|
|拦截器|interceptor|
|依赖注入|dependency injection|
|控制反转|inversion of control|ioc|
|面向切面|aop|aspect oriented|
|反射|reflection|
|泛型|generics|
|继承|inheritance|
|多态|polymorphism|
|封装|encapsulation|
|接口|interface|
|单例模式|singleton|
|工厂模式|factory pattern|
|观察者模式|observer pattern|
|发布订阅|publish subscribe|pub sub|
|设计模式|design pattern|
|内存泄漏|memory leak|
|内存溢出|out of memory|oom|
|虚拟内存|virtual memory|
|引用计数|reference counting|
|深拷贝|deep copy|
|浅拷贝|shallow copy|
|类加载|class loading|classloader|
|鉴权|authentication|authorization|
|认证|authentication|
|授权|authorization|
|单点登录|single sign-on|sso|
|跨域|cors|cross-origin|
|同源策略|same-origin policy|
|跨站脚本|xss|cross-site scripting|
|跨站请求伪造|csrf|cross-site request forgery|
|sql注入|sql injection|
|加密|encryption|
|对称加密|symmetric encryption|
|非对称加密|asymmetric encryption|
|数字签名|digital signature|
|证书|certificate|
|会话|session|
|令牌|token|
|令牌桶|token bucket|
|漏桶|leaky bucket|
|验证码|captcha|verification code|
|三次握手|three-way handshake|
|四次挥手|four-way handshake|
|拥塞控制|congestion control|
|流量控制|flow control|
|长连接|keep-alive|persistent connection|
|长轮询|long polling|
|域名解析|dns resolution|
|内容分发网络|cdn|
|定时任务|cron|scheduled task|
|守护进程|daemon|
|日志|logging|log|
|监控|monitoring|
|链路追踪|tracing|distributed tracing|
|灰度发布|canary release|canary|
|蓝绿部署|blue-green deployment|
|持续集成|continuous integration|ci|
|持续部署|continuous deployment|
|容器|container|
|容器编排|container orchestration|
|镜像|image|
|虚拟机|virtual machine|vm|
|单元测试|unit test|
|压力测试|stress test|load test|
|性能优化|performance optimization|performance tuning|
|懒加载|lazy loading|
|虚拟列表|virtual list|
|虚拟dom|virtual dom|
|服务端渲染|server-side rendering|ssr|
|单页应用|single-page application|spa|
|响应式|reactive|reactivity|
|组件|component|
|生命周期|lifecycle|
|状态管理|state management|
|路由|routing|router|
|防抖|debounce|
|节流|throttle|
|正则表达式|regular expression|regex|
|爬虫|crawler|scraper|
|机器学习|machine learning|
|深度学习|deep learning|
|神经网络|neural network|
|过拟合|overfitting|
|梯度下降|gradient descent|
|k8s|kubernetes|
|js|javascript|
|ts|typescript|
|py|python|
|golang|go|
|pg|postgres|postgresql|
|mongo|mongodb|
|es|elasticsearch|
`

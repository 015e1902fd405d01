/** Two small decks in the form of the bundled bank, one a language. */
export const zhDeck = `---
title: 并发
topics: [并发]
language: zh
---

# 并发

## 什么是死锁？

<!-- id: deadlock -->
<!-- aliases: What is a deadlock? -->
<!-- level: junior -->
<!-- tags: os, lock -->

两个任务互相等待对方手里的锁，谁也走不下去。

| 条件 | 打破的办法 |
| --- | --- |
| 循环等待 | 按固定顺序加锁 |

### 要点

- 互相等待对方持有的锁
- 四个必要条件
- 按固定顺序加锁可以避免

### 追问

- 怎么在线上发现死锁？

  看每个线程停在哪里：\`jstack\` 会直接说出来。

- 怎么避免？

## 线程和进程有什么区别？

<!-- id: thread-process -->
<!-- level: mid -->

进程有自己的地址空间，线程共享它。

### 要点

- 地址空间是否共享
- 切换的开销不同
`

export const enDeck = `---
title: Networks
topics: [Networks]
language: en
---

# Networks

## Why does TCP shake hands three times?

<!-- id: tcp-handshake -->
<!-- level: junior -->

Both sides must **know** that the other can send and receive.

\`\`\`js
const steps = ['SYN', 'SYN-ACK', 'ACK']
\`\`\`

### Key points

- each side learns both directions work
- old duplicates are refused

## What does a CDN do?

<!-- id: cdn -->
`

// Notes of what Anki gives a meaning of its own, and what it may get wrong.

export const tricky = {
  'zh/难的.md': `---
tags: [后端, "带 空格", "a::b"]
---
# 难的题

## 分 :: 隔

### 什么是 \`{{c1::挖空}}\`？

写作 {{c1::答案}} 的是挖空，{{字段}} 和 {{#条件}}…{{/条件}} 是模板，这里都只是字。

### 泛型 List<String> 与 a < b && c > d 怎么读？

\`List<String>\` 是类型；x <y 是比较，&lt; 是实体，&amp;lt; 也是。<b>粗</b>

\`\`\`html
<script>alert("{{c2::x}}")</script>
\`\`\`

### [sound:x.mp3] 会响吗？

不会。[sound:y.mp3] 也不会，[anki:tts lang=zh_CN]念[/anki:tts]、[latex]\\input{a}[/latex]、[$]x[/$] 都是字。

### 公式 $O(n \\log n)$ 怎么写？

行内 $a_{{1}} + b < c$，独立：

$$
\\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}
$$

价格 $5 和 $6 不是公式，\\(不是\\) 也不是。

### 图在哪里？

![结构图](图 片.png)
![又一张](./图%20片.png)

### 相同的问题？

第一个答案。

## 另一节

### 相同的问题？

第二个答案。

### 表和代码？

| a | b |
|---|---|
| 1 \\| 2 | {{c3::三}} |

- [x] 做了
- [ ] 没做

> [!NOTE]
> 提示。
`,
  'en/tricky.md': `# Tricky

## What is "a quote" & an <angle>?

It's \`<div class="x">\` — 5 < 6, {{c1::no cloze::hint}}.

### Key points

- {{c1::text}}
- [sound:z.ogg]

### Follow-ups

- Why <i>so</i>?
  Because {{c2::it}} is.

## What has no tags: a\\:b, a*b*c and a_b_c?

Nothing {{FrontSide}}.
`,
}

/** The least picture that is one. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

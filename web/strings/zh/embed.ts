import type { embed as en } from '../en/embed.ts';

export const embed: typeof en = {
  nothing: '这个框架用来显示一次运行，但地址里没有给出。完整的地址以 # 加场景结尾，由操练场生成。',
  playground: '打开操练场',
  faults: {
    newer: '这个地址由更新版本的 blkplay 生成，当前版本无法读取。',
    cut: '这个地址缺少结尾。',
    damaged: '这个地址已损坏，与生成时不同。',
    long: '这个地址太长。',
    large: '这个地址里的场景太大。',
    cannot: '此浏览器没有 DecompressionStream，无法解开这个地址。',
  },
};

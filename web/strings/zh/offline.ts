import type { offline as en } from '../en/offline.ts';

export const offline: typeof en = {
  newer: '有更新版本的 blkplay。在您重新加载之前，本页保持不变。',
  reload: '立即重新加载',
  later: '以后再说',
};

import type { speech as english } from '../en/speech.ts';

export const speech: typeof english = {
  heading: '朗读什么',
  modes: {
    some: '手动的每一步；播放时只读泄流',
    every: '每个事件，播放时也读',
    none: '不读',
  },
  now: '朗读：{mode}。',
  more: '还有 {n} 个事件。',
  key: ['V', '朗读什么：手动的步骤、每个事件、不读'],
};

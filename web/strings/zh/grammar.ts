export const grammar = {
  space: '',
  comma: '、',
  and: '、',
  colon: '：',
  stop: '。',
  nouns: {
    request: '{n} 个请求',
    bio: '{n} 个 bio',
    'plugged period': '{n} 段蓄流',
    icq: '{n} 个 icq',
    'other task': '另外 {n} 个任务',
    slot: '{n} 个槽位',
    task: '{n} 个任务',
    event: '{n} 个事件',
  },
};

import type { player as en } from '../en/player.ts';

export const player: typeof en = {
  waiting: '等待：{what}。',
  next: '接下来：{go}。',
  goes: '继续的条件：{go}。',
  nextUnplug: '下一次泄流',
  bySector: '按扇区',
  home: '在操练场中打开',
  newTab: '（在新标签页中打开）',
  line: '第 {line} 行第 {column} 列：',
  badText: '这个场景无法运行。',
  busy: '正在模拟……',
  knobs: '本次运行的设置',
  speed: '速度，ms/s',
};

import type { play as en } from '../en/play.ts';

export const play: typeof en = {
  play: '播放这次运行',
  note: '先载入播放器，然后就在本页运行。不载入时图片照样可看。',
  noteText: '先载入播放器，然后就在本页运行。',
  loading: '正在载入模拟器',
  slow: '网络较慢；这里显示的内容会保留。',
  failed: '模拟器没有载入：{reason}。',
  noWasm: '此浏览器不支持 WebAssembly',
  noText: '场景没有载入：{reason}。',
  nothing: '没有给出场景',
  answers: '{address} 的回应是 {status}',
  retry: '重试',
  scenario: '场景',
  run: '块层的一次运行',
};

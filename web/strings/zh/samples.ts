/** The comments of the scenarios to begin with, their titles first. */
export const samples: Record<string, readonly string[]> = {
  'three-tasks': ['三个任务，一块盘'],
  tour: ['导览：两个相接的写，一个远处的写，一个有人等的读'],
  empty: ['空闲的磁盘：发起点什么'],
  timer: ['plug 定时器按 tick 计数', '只有一个写，没有谁在等它：只有定时器能拔掉 plug。转动 HZ 试试。'],
  threshold: ['第四个等待的请求拔掉 plug', '五个相距很远的写。等待的请求达到 unplug_thresh 时，插入本身就泄流，blktrace 什么也不打印。'],
  'sync-write': ['sync 写马上走，普通写要等', '只有 bio 的 sync 位会泄流，它把较旧的请求一起带走。'],
  completion: ['一次完成悄悄拔掉 plug', '任务 1 的写在设备上；任务 2 的写让空队列开始蓄流。定时器从未到期。'],
  join: ['两个请求变成一个，trace 里没有这一行', '0 和 16 处的写之间留了一个洞；第三个把它填上，两个请求相接。'],
  'full-list': ['请求用完：一个批量提交者和一个睡眠者', 'nr_requests 是 4。写满链表的任务可以一直到 6；另一个睡眠。'],
  'writes-starved': ['写排在读之后，但不会永远等', 'deadline 队列里六个读和两个写：两批读之后必须走一个写。'],
};

import type { LessonTable } from '../../../scenarios/table.ts';

/** The lessons on the queue's plug, merges and the request list. */
export const plug: LessonTable = {
  'timer-hz100': {
    title: 'plug 定时器按 tick 计数',
    intro: '只有一个写，没有谁在等它。能拔掉 plug 的只有定时器，三台机器只差 HZ。',
    lesson: '延迟是 3*HZ/1000 个整 tick，向下取整，至少 1 个，并且在 tick 边界结束：这里是 1、1 和 3 个 tick。blk_plug_device() blk_unplug_timeout() blk_unplug_work()',
    runs: {
      'timer-hz100': ['HZ 100', 'P 在 2.5 ms，然后 UT、U、D 在 10 ms：晚了 7.5 ms，尽管 unplug_delay 是 3 ms。'],
      'timer-hz250': ['HZ 250', 'P 在 2.5 ms，然后 UT、U、D 在 4 ms：晚了 1.5 ms，尽管 unplug_delay 是 3 ms。'],
      'timer-hz1000': ['HZ 1000', 'P 在 2.5 ms，然后 UT、U、D 在 5 ms：晚了 2.5 ms，尽管 unplug_delay 是 3 ms。'],
    },
  },
  threshold: {
    title: '第四个等待的请求拔掉 plug',
    intro: '五个相距很远的写，比定时器快。没有谁要求泄流，可是第四个一进来，第一个请求立刻就走。',
    lesson: '等待的请求达到 unplug_thresh 时，插入本身就泄流，blktrace 不为此打印任何东西。elv_insert() __generic_unplug_device()',
    runs: { threshold: ['', '第四个写的 I #13，接着第一个的 D #14：同一时刻，任务 1，中间没有 U。第五个写没有 P：已有请求在等，所以队列不再蓄流。'] },
  },
  'sync-write': {
    title: 'sync 写马上走，普通读不会',
    intro: '一个 bio 在 plug 里等；0.5 ms 后来了第二个。一次运行里它是 sync 写，另一次是普通读。',
    lesson: '只有 bio 的 sync 位会泄流；读要有人等它才行。__make_request() 里的 bio_sync()；blk_backing_dev_unplug()',
    runs: {
      'sync-write': ['sync 写', 'I #7，接着是较旧请求的 D #8，在 1 ms；没有 U。'],
      'plain-read': ['普通读', '两个读都停着，直到 wait 打印 U #8（2 ms）和 D #9；第一个读用了 2 ms。'],
    },
  },
  'wait-unplugs': {
    title: '谁等谁泄流，需不需要都一样',
    intro: '两个任务把写放进同一个 plug。任务 1 先等，任务 2 稍后，那时队列已不再蓄流。',
    lesson: 'U 的意思是有人调用了 blk_unplug()，不是 plug 被拔掉；它的数字是已分配的全部请求。sync_buffer() blk_unplug() generic_unplug_device()',
    runs: { 'wait-unplugs': ['', '任务 1 的 U 3 #11 与 D #12 在 1 ms；任务 2 的 U 3 #13 在 1.2 ms，没有 D：本来就没有蓄流。这个 3 把设备上的请求也算在内。'] },
  },
  'completion-pulls': {
    title: '一次完成悄悄拔掉 plug',
    intro: '任务 1 的写在设备上。任务 2 的写看到电梯是空的，于是队列开始蓄流并启动定时器；定时器却从未到期。',
    lesson: '每次完成都运行队列，并拔掉 plug，trace 里没有这一行。blk_run_queue() blk_remove_plug()',
    runs: { 'completion-pulls': ['', '第二个 P #9 在 0.7 ms；它的定时器本应在 4 ms 到期。C #11 在 1 ms，D #12 在同一时刻。没有 UT，除任务 1 等待的 #5 以外也没有 U。'] },
  },
  'back-merge': {
    title: 'bio 接在请求的尾部，或者头部',
    intro: '四个相邻的写，先按升序，再按降序。两次设备都得到一个 32 个扇区的请求。',
    lesson: '一个请求，四个 bio；M 和 F 是 bio 的事件，D 给出全部合并之后的范围。elv_merge() ll_back_merge_fn() ll_front_merge_fn()',
    runs: {
      'back-merge': ['在尾部', '一个 G，然后从 #6 到 #10 是 M M M；U 显示 1 个请求；D #12 是 0+32，四个 bio 都在 1.8 ms 结束。'],
      'front-merge': ['在头部', '一个 G，然后从 #6 到 #10 是 F F F；U 显示 1 个请求；D #12 是 0+32，四个 bio 都在 1.8 ms 结束。'],
    },
  },
  'join-no-line': {
    title: '两个请求变成一个，trace 里没有这一行',
    intro: '0 和 16 处的写之间留了一个洞，第三个写把它填上。它与其中一个合并，于是两个请求相接。',
    lesson: '这次相接没有事件；在真实的 trace 里只有数一数才看得出。attempt_back_merge() attempt_merge() elv_merge_requests()',
    runs: { 'join-no-line': ['', '两个 G，一个 M #9，一个 D：0+24 #11。G 减 D 是 1，而 U #10 已经只数 1 个：被吸收的请求当场释放。'] },
  },
  'refused-full': {
    title: '为什么相邻的却不合并',
    intro: '第一次运行里，一个写放不下了，而后来一个放得下的也被拒绝。第二次里，一个读与一个写相邻。',
    lesson: '因大小而被拒绝，请求就永远封闭（REQ_NOMERGE）；读写从不混在一起。ll_back_merge_fn() elv_rq_merge_ok() rq_mergeable()',
    runs: {
      'refused-full': ['已满', '116+16 得到 G #8，因为 16+16 超过 24；然后 92+8 得到自己的 G #11，尽管 16+8 = 24 放得下。'],
      'refused-direction': ['读与写', 'R 8 得到 G #6，尽管它与 W 0 相接；W 8 是合并，M #9。'],
    },
  },
  'full-list': {
    title: '请求用完：一个批量提交者和一个睡眠者',
    intro: 'nr_requests 是 4。写满链表的任务可以一直到 6；另一个任务睡眠，尽管它的写比第六个来得早。',
    lesson: '满的意思是只许批量提交者继续，最多到 nr_requests 的 1.5 倍；数目再次低于 nr_requests 时才开始唤醒。get_request() ioc_set_batching() get_request_wait() freed_request()',
    runs: { 'full-list': ['', '任务 2 睡眠，S #18 在 1.1 ms，它的睡眠悄悄泄流，D #19。任务 1 还能得到第六个请求 #21，它的第七个写才睡眠 #24。要有三个请求结束，任务 2 才得到它的 G #31，在 2.6 ms。'] },
  },
  'writes-starved': {
    title: '写排在读之后，但不会永远等',
    intro: '六个读和两个写在 deadline 队列里等。读先走；有两个读越过等待的写之后，走一个写。',
    lesson: 'writes_starved = 2 数的是有写在等时选中的读；每走一个写就清零。deadline_dispatch_requests()',
    runs: { 'writes-starved': ['', '第一个写的 D #34 在 2.5 ms，在三个读之后。R 100 在写到来之前就已派发（#21），所以不算。'] },
  },
  'expiry-none': {
    title: '旧请求越过扇区顺序',
    intro: '从 1100 往上九个读，还有一个读在磁头后面的 500。按扇区顺序它最后走；read_expire 为 3 时就不是。',
    lesson: '两批之间才检查是否超期，而且要比期限整整晚一个 tick。deadline_check_fifo() deadline_dispatch_requests()',
    runs: {
      'expiry-none': ['没有超期', '500 的 D #56 在 6 ms：它是最后一个。'],
      'expiry-3ms': ['read_expire 3', '500 的 D #52 在 5 ms。它的期限是第 4 个 tick；判断用的是“晚于”，所以是第 5 个 tick。然后扫描从 1800 继续。'],
    },
  },
  'thresh-lowered': {
    title: '调低 unplug_thresh 并不泄流',
    intro: '三个请求在等，阈值是 16。到 2 ms 时阈值设为 2，低于正在等的数目。',
    lesson: '只有插入请求时才看阈值。elv_insert()',
    runs: { 'thresh-lowered': ['', '2 ms 时什么也没走。下一次插入，2.5 ms 的 I，才泄流。没有它的话，定时器在 4 ms 才到。'] },
  },
  'nr-requests-raised': {
    title: '调高 nr_requests 只唤醒一个睡眠者',
    intro: '两个任务睡眠等请求。上限从 4 提高到 16，够两个用。',
    lesson: '写 sysfs 只调用一次 wake_up()，而等待者是独占的。queue_requests_store() freed_request()',
    runs: { 'nr-requests-raised': ['', 'S 在 1.1 ms，S 在 1.2 ms；1.3 ms 时只有任务 2 得到 G；任务 3 要到下一次完成，1.6 ms，才得到 G。'] },
  },
  'switch-while-plugged': {
    title: '在蓄流的队列上更换电梯',
    intro: '三个写在 noop 里等，这时调度器设为 deadline。内核先排空队列，写 sysfs 文件的任务要等。',
    lesson: '排空是强制派发（会排序），等待是按 tick 计的 msleep(10)：HZ 250 时是 4 个 tick。elevator_switch() elv_drain_elevator() msleep()',
    runs: { 'switch-while-plugged': ['', '第一个 D 在 2 ms，由任务 1 发出，没有 U，并且按扇区顺序，尽管 noop 只是排队。最后的 C 在 3.5 ms，而任务 1 到 16 ms 才继续。'] },
  },
};

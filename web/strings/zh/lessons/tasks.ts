import type { LessonTable } from '../../../scenarios/table.ts';

/** The lessons on elevators that look at tasks, on task plugs and on I/O contexts. */
export const tasks: LessonTable = {
  'anticipation-won': {
    title: '等待也可以是工作：预期赢了、关了、输了',
    intro: '一个读者在扇区 0 附近工作，两次读之间要想一想；另一个要扇区 1 000 000。空闲的磁盘要不要等近处的读者？',
    lesson: '这是一场有人要付账的赌：赢了，近处的读者在 8 ms 而不是 19.5 ms 完成，远处的在 22.5 ms 而不是 10 ms。as_can_anticipate() as_antic_timeout() as_work_handler()',
    runs: {
      'anticipation-won': ['赢了', '1.5 ms 时磁盘空着，尽管有请求在等；四个近处的读都先走，最后一个在 8 ms 结束；远处的 D 是 #31，在 14 ms。'],
      'anticipation-off': ['关了', 'antic_expire 是 0：远处的 D 是 #13，在 1.5 ms，而第二个近处的读用了 16 ms。'],
      'anticipation-lost': ['输了', '远处的读白等到 7 ms，然后近处的读等了 18 ms。'],
    },
  },
  'cfq-slices': {
    title: '两个读者按时间片分享磁盘',
    intro: '两个读者都等一次读完成再发下一次。cfq 先为一个服务 2 ms，再为另一个。',
    lesson: '时间片从它的第一次完成算起；在其中磁盘等它的主人。cfq_set_prio_slice() cfq_completed_request() cfq_select_queue()',
    runs: { 'cfq-slices': ['', '任务 1 第一个时间片的 D：0、8、16、24；换到任务 2 是 #31，在 3 ms，换回是 #56，在 5 ms：各四个读。在时间片里，等到的读在插入时自己启动队列（#15、#16）。'] },
  },
  'cfq-idle-class': {
    title: 'idle 类等磁盘安静下来',
    intro: '一个 idle 类的读者遇到一个普通读者。第二次运行里，idle 的读先来。',
    lesson: 'idle 的意思是安静 100 ms 之后；在 2.6.24 里，先来的 idle 读可以把普通读拖住这么久。cfq_get_next_queue() start_idle_class_timer() cfq_idle_class_timer()',
    runs: {
      'cfq-idle-class': ['它后来', '最后一个普通的 C #30 在 3 ms，idle 的 D #31 在 100 ms：最后一次普通 I/O 之后 HZ/10，按 tick 计。'],
      'cfq-idle-first': ['它先来', 'idle 的读启动了宽限定时器，也拿走了 plug；普通的读没有 P，它在 1.2 ms 的 U #9 什么也没做，它的 D 在 100 ms 才来。'],
    },
  },
  'readers-writer-noop': {
    title: '两个读者对一个写者',
    intro: '八个写在两个任务的读之间到来。noop 只是排队；cfq 让 sync 先于 async。',
    lesson: '总的工作量相同，两次都在 11 ms 结束；调度器决定谁来等。cfq_dispatch_requests() cfq_should_preempt()',
    runs: {
      'readers-writer-noop': ['noop', '从 #43（2 ms）起八个 D W，两个读等了 5 ms，最后一个读在 11 ms 结束。'],
      'readers-writer-cfq': ['cfq', '最后一个读在 7 ms 结束，第一个写的 D 是 #99，也在 7 ms；最长的读用了 3.5 ms（任务 2 的第一个：它等任务 1 的时间片）。'],
    },
  },
  'task-plug': {
    title: 'plug 搬进任务：合并与排序',
    intro: '4.4：任务把四个写收在自己的 plug 里，继续干活，然后一起交出。在那之前队列一无所知。',
    lesson: '在 P 与 U 之间，请求是任务私有的，没有电梯看得见；清空时按扇区排序。blk_attempt_plug_merge() blk_flush_plug_list() queue_unplugged()',
    runs: { 'task-plug': ['', '1 ms 有 Q 和 G 却没有 I；M #9 发生在 plug 里。1.5 ms 时三个 I 按扇区顺序（#10、#11、#12），U 3 #13，D #14。'] },
  },
  seventeenth: {
    title: '第十七个请求',
    intro: '任务开着 plug，发出 18 个分散的写。一个 plug 对一个队列最多留 16 个请求；下一个先把它清空。',
    lesson: 'BLK_MAX_REQUEST_COUNT 是 16，在加入新请求之前检查；合并进去的 bio 不算。blk_queue_bio() blk_flush_plug_list()',
    runs: { seventeenth: ['', '第 17 个的 G #35，16 个 I，U 16 #52 在 1 ms，D，P #54：第 17 个开始新的一轮。1.2 ms 时 finish_plug：U 2 #59。'] },
  },
  'ends-compute': {
    title: '什么会结束任务的 plug',
    intro: '同样两个写在 plug 里；任务去计算，或者睡眠，或者在里面再开关一个 plug（并加第三个写）。',
    lesson: '睡眠会清空（UT），计算不会，只有最外层的 finish 会（U）。sched_submit_work() io_schedule() blk_finish_plug()',
    runs: {
      'ends-compute': ['计算不会', '直到 finish_plug 才有动静，U #8 在 2 ms。'],
      'ends-sleep': ['睡眠会', 'UT 2 #8 马上在 1 ms 出现，D 由 kblockd（任务 0）发出 #9。'],
      'ends-nested': ['最外层的 finish 会', '里层的 finish 什么也不打印，U 3 #11 在 2 ms。'],
    },
  },
  'burst-2.6.24': {
    title: '一次突发，两个内核',
    intro: '四个流，各有两个相邻的写：先是四个头，再是四个尾。同样八个 bio，在两个内核上。',
    lesson: '队列的 plug 由别人的动作或计数拔掉；任务的 plug 由主人说了才算。2.6.24 的 elv_insert()，4.4 的 blk_finish_plug()',
    runs: {
      'burst-2.6.24': ['2.6.24', '第四个头泄流，D 0+8 #14 在 1 ms；它的尾来得太晚，自成一个请求：5 个 D，3.8 ms 结束。'],
      'burst-4.4': ['4.4', '4 个 D，各 16 个扇区，3.4 ms 结束。'],
    },
  },
  'three-kernels-2.6.24': {
    title: '留住的是什么，由谁放走',
    intro: '一个任务发出 W 300、W 100 和 W 108 后继续运行；10 ms 时再来一次，但这次它去睡眠。谁留住这三个，谁把它们放走，按什么顺序？',
    lesson: '2.6.24 让队列蓄流，对所有人都一样，由定时器结束；4.4 和 6.18 蓄在任务里，4.4 在电梯看见之前先排序，6.18 则在 U 之后按到达顺序交出。2.6.24 的 blk_plug_device()，4.4 的 blk_flush_plug_list()，6.18 的 blk_mq_flush_plug_list()',
    runs: {
      'three-kernels-2.6.24': ['2.6.24', '1 ms 时什么也不走。UT 2 #10 在 4 ms，然后 D 300 #12 和 D 100+16 #13：最旧的先走。10 ms 的睡眠不起作用，定时器在 12 ms 到。'],
      'three-kernels-4.4': ['4.4', 'I 100 #8 在 I 300 #9 之前：plug 的链表先排序，然后 U 2 #10，再是 D 100+16 #11、D 300 #12。10 ms 时任务睡眠：马上 UT 2 #24，D 由 kblockd 发出 #25。'],
      'three-kernels-6.18': ['6.18', 'U 2 #8 在 I 300 #9 和 I 100 #10 之前；mq-deadline 先发 D 100+16 #11，再发 D 300 #12。10 ms 时任务睡眠：UT 2 #22，D 由 kblockd 发出 #25。'],
      'three-kernels-6.18-none': ['6.18，none', 'U 2 #8，没有 I：D 300 #9、D 100+16 #10 按到达顺序直接交给驱动。只有任务睡眠时才有 I #21、#22，在 UT 2 #20 与 D #23 之间。'],
    },
  },
  'real-trace': {
    title: '一份真实的 trace，三个内核',
    intro: '真实 trace 的前 15 ms：sqlite3 提交，jbd2 写日志。这 85 个 bio 在同样的时刻来到每个内核。',
    lesson: 'trace 说得出 bio 何时到来，说不出任务的 plug 在哪里。没有那些 plug，只有在等的才能合并，而没有电梯就没有什么在等。blk_mq_submit_bio()',
    runs: Object.fromEntries(
      Object.entries({ 'real-trace': '2.6.24', 'real-trace-4.4': '4.4', 'real-trace-6.18': '6.18', 'real-trace-6.18-none': '6.18，none' }).map(([name, label]) => [
        name,
        [label, '1.4 ms 处的日志，一个 bio 接一个，每个都从上一个结束处开始；再数整个运行里的 G：2.6.24 是 61，4.4 是 61，6.18 是 66，6.18 用 none 是 85。真实的机器（none）只用了 47 个。'],
      ]),
    ),
  },
  'reclaim-flushes': {
    title: '调度器防止的死锁',
    intro: '一个任务把写留在自己的 plug 里，又去等这个写，就像内存回收可能做的那样。第二次运行是反事实：schedule() 看不见 plug。',
    lesson: '任务不能压着未提交的 I/O 睡眠；所以清空放在 schedule() 里。sched_submit_work() blk_schedule_flush_plug()',
    runs: {
      'reclaim-flushes': ['照原样', 'I、UT 1 #5 在 1.2 ms，D，C #7 在 1.7 ms。'],
      'reclaim-untracked': ['假如', 'trace 到 1 ms 的 P #3 为止：任务 1 等 bio 0，而它就在自己的 plug 里。这个 bio 永远不会结束。没有哪个内核这样做。'],
    },
  },
  'clone-io-shared': {
    title: 'CLONE_IO：两个任务，一个 I/O 身份',
    intro: '父任务读扇区 0；它在等时，子任务读相邻的扇区 8。cfq 要问这是谁的请求。',
    lesson: '用 CLONE_IO，两个任务用同一个 io_context，于是同一个 cfq 队列，于是能合并。copy_io() ioc_task_link() cfq_allow_merge()',
    runs: {
      'clone-io-shared': ['共享', 'M #9 在 1 ms，2 个 D，子任务的读在 2.1 ms 结束。fork 之后的上下文：5/2/2，两张卡片上都是。'],
      'clone-io-not-shared': ['不共享', 'G #9 在 1 ms，3 个 D，子任务的读在 2.5 ms 结束。两个任务各有一个上下文。'],
    },
  },
  counters: {
    title: 'fork 与退出中的三个计数',
    intro: '一个任务读一次，然后用 CLONE_IO 派生两个子任务。它们相继结束，父任务最后。',
    lesson: '共享的任务在三个计数里都算；最后一个退出的释放它。ioc_task_link() exit_io_context() put_io_context_active()',
    runs: { counters: ['', 'io_context 标签：第一次读时 1/1/1；1.5 ms 两次 fork 之后 3/3/3；2 和 3 ms 的退出留下 2/2/2 和 1/1/1；父任务在 4 ms 退出时释放。trace 里一行也没有。'] },
  },
  'exit-first-deadline': {
    title: '任务先于它的 I/O 结束',
    intro: '任务发出两个读就立刻退出。两个读都会完成；不同的是由谁保住 io_context。',
    lesson: '在 cfq 下，每个请求都持有其任务的上下文的一个引用；在 deadline 下都没有。exit_io_context() cfq_set_request() put_io_context()',
    runs: {
      'exit-first-deadline': ['deadline', '上下文在 1 ms 就释放，还有两个读未完成；最后的 C 是 #10，在 2 ms。'],
      'exit-first-cfq': ['cfq', '上下文的 refcount 在退出前是 4，退出后是 2，到 2 ms 与最后的 C #10 一起释放。'],
    },
  },
};

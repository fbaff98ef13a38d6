import type { labs as english } from '../en/labs.ts';

export const labs: typeof english = {
  names: '姓名',
  date: '日期',
  seed: '种子',
  time: '45 分钟，两人一组',
  goals: '学完之后你们能够',
  minutes: '{n} 分钟',
  find: '编号与名称同操练场的画廊。',
  tour: '导览',
  exercise: '练习 {name}',
  print: '打印',
  key: '教师答案',
  keyTitle: '答案',
  keyNote: '供教师使用。与种子有关的，给出的是列表中原样练习的答案；某一组自己的种子，用 blkplay grade 重新核对结果码。',
  sheet: '练习单',
  other: { a: '实验 A', b: '实验 B' },
  playground: '操练场',
  title: { a: '实验 A：队列的蓄流', b: '实验 B：从队列的 plug 到任务的 plug' },
  kernels: { a: 'Linux 2.6.24', b: 'Linux 2.6.24 与 4.4' },
  aims: {
    a: ['说出 plug 被拔掉的五种方式，', '逐行读懂 trace，', '解释为什么 U 不等于“已泄流”，', '为给定的目标调节延迟和阈值。'],
    b: ['说出每个内核里 plug 归谁所有，', '预测 U 和 UT 的计数，', '解释为什么睡眠必须清空 plug，', '举出旧设计吃亏的一个例子。'],
  },
  a: [
    { task: '走一遍导览。写下每个字母的意思。', questions: [{ ask: '', columns: ['P', 'M', 'UT', 'U', 'D', 'C'], answers: ['队列开始蓄流', '后向合并：bio 并入请求', 'unplug 定时器到期', '有人调用了 blk_unplug', '请求交给驱动', '请求完成'] }] },
    {
      task: '一个写，三种 HZ。',
      questions: [
        { ask: '每种从 P 到 UT 多少 ms？', columns: ['HZ 100', 'HZ 250', 'HZ 1000'], answers: ['10 − 2.5 = 7.5', '4 − 2.5 = 1.5', '5 − 2.5 = 2.5'] },
        { ask: '为什么都不是 3 ms？', columns: [], answers: ['3 ms 换算成整 tick，向下取整，至少一个（1、1 和 3），并且定时器在 tick 边界结束，而 P 落在两个边界之间。'] },
      ],
    },
    {
      task: '五次运行：是什么拔掉了 plug？',
      questions: [
        { ask: '就蓄流之后的第一个 D 填写。', columns: ['原因', 'D 之前的一行', '有 U？'], answers: ['在等的请求达到 unplug_thresh', '第四个写的 I', '没有', 'sync bio', 'sync 写的 I', '没有', '任务等待', 'U 2', '有', '任务 1 等待', 'U 3', '有', '一次完成', 'C', '没有'] },
        { ask: '哪次运行里有不起作用的 U，是哪一行？', columns: [], answers: ['“谁等谁泄流”里的 #13，在 1.2 ms，由任务 2 发出。那时早已不再蓄流。'] },
      ],
    },
    {
      task: '合并。',
      questions: [
        { ask: '数一数行数。', columns: ['G', 'M', 'D'], answers: ['1', '3', '1', '2', '1', '1', '3', '1', '3'] },
        { ask: '第二次运行里两个请求变成一个。它在 trace 的哪里？', columns: [], answers: ['哪里也没有：M #9 之后两者相接而并成一个。两个 G 和一个 D 可以看出来。'] },
      ],
    },
    {
      task: '用自己的种子：先预测，再达到目标。',
      questions: [{ ask: '你们的设置、D 的个数、最长的 Q2C；再用一句话说明：为什么延迟更大并不更好？', columns: [], answers: ['unplug_delay 5 ms，unplug_thresh 至少 5：4 个 D，7 ms。延迟更长，每个 bio 都等得更久，而四个流最少也要 4 个 D。'] }],
    },
    { task: '上交：A3 与 A5 的表格、结果码，以及最终设置的链接。', questions: [{ ask: '结果码', columns: [], answers: ['用 blkplay grade 重新运行。'] }] },
  ],
  b: [
    {
      task: '一次突发，并排来看。',
      questions: [
        { ask: 'D 的个数与最后一个 C 的时刻。', columns: ['D', '最后的 C，ms'], answers: ['5', '3.8', '4', '3.4'] },
        { ask: '哪个 bio 来晚了，赶不上什么？', columns: [], answers: ['W 8+8：它的头 W 0+8 在第四个头进来时就已发出，而已开始的请求不再接收 bio。'] },
      ],
    },
    {
      task: '任务自己的 plug，先是四个写，再是十八个。',
      questions: [
        { ask: '在哪两个事件之间，没有电梯看得见这些请求？', columns: [], answers: ['在 P #3 与第一个 I #10 之间：任务清空 plug 之前，它们是任务私有的。'] },
        { ask: '为什么是 U 16 而不是 U 17？', columns: [], answers: ['一个 plug 对一个队列最多留 16 个请求；加入第十七个之前先清空，它开始新的一轮。'] },
      ],
    },
    {
      task: '什么会结束任务的 plug？',
      questions: [{ ask: '清空的那一行，以及第一个 D。', columns: ['U 或 UT', '计数', '时刻，ms', 'D 的任务'], answers: ['U', '2', '2', '1', 'UT', '2', '1', '0（kblockd）', 'U', '3', '2', '1'] }],
    },
    {
      task: '一个没有发生的死锁，和一个会发生的死锁。',
      questions: [
        { ask: '说出互相等待的两样东西。', columns: [], answers: ['任务等 bio 0；bio 0 在任务的 plug 里，要等任务继续运行。'] },
        { ask: '内核在哪里打破这个环？', columns: [], answers: ['在 schedule() 里：sched_submit_work() 在任务睡眠之前清空 plug。'] },
      ],
    },
    {
      task: '用自己的种子：E10，然后是 E11 的第 3 问。',
      questions: [
        { ask: 'E10 的各次清空，按顺序。', columns: [], answers: ['U 16，UT 1，U 3'] },
        { ask: 'E11 里最小的阈值，为什么？', columns: [], answers: ['5，比流的个数多一：这样四个头不会泄流，它们的尾才能合并。'] },
      ],
    },
    {
      task: '上交：B1、B5、B8、B9 和两个结果码。做得快的再想：',
      questions: [{ ask: 'cfq 在合并之前问什么？', columns: [], answers: ['bio 与请求是否属于同一个 cfq 队列；用 CLONE_IO 时两个任务共用一个。cfq_allow_merge()'] }],
    },
  ],
};

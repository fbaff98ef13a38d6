/** Links, files, what is opened and saved, and what is done on a real kernel. */
export const share = {
  button: 'Share, save…',
  heading: 'Share and save',
  copy: 'Copy',
  copied: 'Copied.',
  refused: 'The browser refused to copy. The text is selected: press Ctrl+C, on a Mac ⌘C.',
  tabs: { link: 'Link', embed: 'Embed', files: 'Files', kernel: 'Real kernel' },

  link: {
    label: 'Link to this scenario',
    view: 'Open at {ms} ms, as it is seen here',
    chars: '{n} characters. The whole scenario is in the part behind the #, which no browser sends to a server.',
    long: '{n} characters: some programs cut links after 2,000. A file is safer.',
    tooLong: 'The scenario is too long for a link. Save it as a file.',
    toFiles: 'Save as a file',
  },

  embed: {
    label: 'Tag for a page',
    text: 'The run as it is here, in a page of your own. It costs the page a few kilobytes until a reader starts it.',
    pageNote: 'In Markdown an empty line may end the tag: most generators take the scenario as a file too, with src="run.blkplay".',
    frame: 'Frame, where no script of another site is allowed',
  },

  files: {
    text: 'Everything is made in this browser.',
    save: 'Save {ending}',
    packed: 'packed (.gz)',
    working: 'Making {ending}, {percent} %',
    failed: '{ending} could not be made',
    kinds: {
      '.blkplay': 'The scenario: to go on with, here or on the command line',
      '.svg': 'A picture of the run. It carries the scenario: drop it back here',
      '.png': 'The same as pixels',
      '.txt': 'The trace as blkparse prints it',
      '.blktrace.0': 'The trace as blktrace writes it: for blkparse, btt, iowatcher, fio',
      '.iolog': 'fio log, version 3: for fio --read_iolog',
      '.v2.iolog': 'fio log, version 2: for older fio',
      '.json': 'Chrome trace: open it in Perfetto',
      '.csv': 'Every event as a row',
      '.stats.json': 'The numbers that btt computes',
    } as Record<string, string>,
  },

  kernel: {
    text: 'The same on a machine that runs Linux {kernel}: this sets up the queue, has fio submit what the tasks submit, and traces the disk.',
    warning: 'It writes to the disk that DEV names. What is there is lost.',
    working: 'Working it out…',
    failed: 'It could not be worked out',
    setup: 'Set up, as root',
    job: 'Job for fio: {name}',
    logs: 'The logs that the job replays: {n}',
    trace: 'Trace',
    script: 'Save all as one script',
    different: 'What is different on a real kernel',
    /** By key, as core/realkernel/notes.go has them. */
    notes: {
      disk: 'The device of the scenario is a model. A real disk has its own times, a cache that completes writes early, and firmware that reorders: order of dispatch may agree, times will not.',
      direct: "A write with O_DIRECT is a synchronous one in all three kernels. The scenario's plain writes come on a real machine out of the page cache: with direct=0, written back by another task, page by page, when that sees fit.",
      directUp: 'With O_DIRECT Linux 2.6.24 unplugs the queue as soon as a call has submitted its bios (fs/direct-io.c: direct_io_worker()), so fio seldom leaves a plug for the timer or the threshold. Reads ahead and writeback do.',
      aioPlug: 'io_submit() opens a plug around what it is handed at once; fio hands over iodepth_batch_submit at once.',
      others: 'Everybody else who uses the disk is in the trace too: file systems, journals, udev. Use a disk that nobody mounts.',
      cpus: 'Real submitters run on several CPUs at a time, and interrupts arrive in the middle of things. Events a few microseconds apart may change places.',
      model: "What a log replays are the times at which the model's tasks submitted. A wait in the scenario has become the time at which the model's wait ended.",
      chance: "fio draws its own random sectors: as many, as large, in the same span, but others. To have the scenario's own, save the run as a fio log and replay that.",
      fork: "fio starts a process for each task instead of forking it where the scenario does; a job begins when the model's task submits its first bio.",
      cloneIO: 'fio cannot share an io_context between tasks (CLONE_IO): each job has its own.',
      sets: 'Stores to sysfs while fio runs come when the shell gets to them: within milliseconds, not at the instant.',
      noCall: 'No system call does what these ops do:',
      prio: 'An ioprio that a task changes on its way is left out: a job has one.',
      class: 'The realtime class needs root.',
      whole: 'The run has too many bios to be written here: the job replays a log of the whole run, as one process.',
    } as Record<string, string>,
  },

  open: {
    reading: 'Reading {name}, {percent} %',
    importing: 'Importing {name}, {percent} %',
    converting: 'Converting {name}, {percent} %',
    cancelled: 'Import cancelled. What was here stays.',
    failed: '{name} does not open',
    another: 'Choose another file',
    again: 'Try again',
    takes: 'What opens: a scenario (.blkplay), a picture saved here (.svg), blktrace’s files of all CPUs together, blkparse text, a fio log or job; each also as .gz.',
    tooBig: '{name} has {size} MB; this page opens at most {most} MB. The command line takes more: blkplay convert.',
    gzip: '{name} is not a whole gzip file.',
    svg: '{name} is a picture without a scenario in it. Pictures saved here have one.',
    many: 'Of several files at once only those of one trace belong together.',
  },

  report: {
    title: 'Imported from {name}',
    text: 'This is now a scenario: the same bios at the same times, on the kernel and elevator chosen here.',
    read: 'What was read and left out',
    trace: 'The trace itself, in another format',
    save: 'Save the report',
  },

  badLink: {
    title: 'The link does not open',
    newer: 'It was made by a later version of blkplay than this page is. Load the page anew.',
    cut: 'Its end is missing: a program may have cut it. Copy it whole, or ask for the file.',
    damaged: 'Some of its characters are not those it was made of. Copy it again, or ask for the file.',
    long: 'It is too long for this page. Ask for the file.',
    large: 'What it holds is larger than a scenario may be.',
    cannot: 'This browser cannot unpack it. A newer one can; or ask for the file.',
    stays: 'What was here stays.',
    gallery: 'See the gallery',
  } as Record<'title' | 'newer' | 'cut' | 'damaged' | 'long' | 'large' | 'cannot' | 'stays' | 'gallery', string>,

  draft: {
    title: 'The scenario you changed here is kept.',
    text: 'It is from before this page was left or loaded again.',
    back: 'Bring it back',
    drop: 'Forget it',
    refused: 'This browser keeps nothing for this page.',
    refusedText: 'Your scenario lasts as long as the page. Save it or copy a link.',
  },

  limit: {
    goOn: 'Go on',
    paused: 'What there is of the run can be used. Going on takes more memory.',
    hard: 'A run has no more events here. Fewer bios, or a shorter time, show the whole of it.',
  },

  noWasm: {
    title: 'This browser has no WebAssembly, which the simulator needs.',
    text: 'The scenario can still be read, changed, saved and shared as a link.',
  },
};

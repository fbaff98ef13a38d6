// Package scenario is the text that says what a run is: a machine, its tasks,
// and what they do when. Everything a person can do to a run is a line of it.
//
//	version 1
//	kernel 2.6.24
//	elevator deadline fifo_batch=8
//	hz 250
//	queue unplug_thresh=4 unplug_delay_ms=3 nr_requests=128
//	device linear depth=1 base_us=100 per_sector_ns=1000
//	task 1 ioprio=be/4        # a comment
//	  write 0 +8              # 8 sectors of 512 bytes at sector 0
//	  write 64 +8 x4 step 16 sync
//	  sleep until 5ms
//	  wait
//	  fork 2
//	task 2 name=reader parent=1
//	  stream read random seed=7 count=64 +8 every 200us
//	at 12ms set unplug_thresh 16
//	at 20ms task 1 write 128 +8
//
// # Lines
//
// A line is a statement or an op, and what follows a # is a comment. The first
// statement is "version 1", the second names the kernel; the other statements
// that describe the machine stand before the first task, at most one of each.
// What they leave out is as that kernel has it ([Default]).
//
//	elevator NAME [tunable=value...]   names, units and ranges of sysfs
//	hz N                               ticks a second
//	queue name=value...                see [KernelInfo]
//	device MODEL name=value...         linear, or a model of package disk
//	device table sizes=8,64 seeks=0,2048 read_ns=90000,200000,150000,300000 [write_ns=...]
//	                                   times by length and distance, a length's together
//	what_if WORD...                    switches that no kernel has
//	lenient                            ops and queue settings that the kernel lacks do nothing
//	task N [name=W] [parent=N] [ioprio=be/4]
//	at TIME [task N] OP                what a hand does to the running machine
//
// The lines under a task are its ops, in order; "at" lines come after them, and
// not before their time.
//
//	write|read SECTOR +N [xCOUNT [step S]] [sync] [meta] [ahead]
//	stream write|read random|sequential +N count=C [seed=] [from=] [span=]
//	    [jump=1/64] [jump_max=] [sync] [meta] [ahead] [every T] [wait_each=] [wait_left=] [plug_each=]
//	sleep [until] TIME                 without until: for so long
//	compute [until] TIME
//	wait [left=N]                      until no more than N, else none, of the task's bios are open
//	start_plug, finish_plug            4.4, 6.18
//	unplug                             2.6.24
//	ioprio none|idle|rt/0..7|be/0..7
//	fork N [clone_io]
//	set NAME VALUE                     a store to sysfs
//	elevator NAME                      likewise, to queue/scheduler
//	reclaim BIO                        bios are numbered from 0 as they are submitted
//	fail_alloc_ioc N, fail_alloc_icq N
//	ioc_create_for N, ioc_get N, ioc_put, exit_begin
//
// Times have a unit: 5ms, 1.5us, 200ns, 1s. A stream's random sectors are
// (x mod span) * N + from, with x of xorshift64 from the seed; a sequential one
// goes on where the last bio ended and now and then jumps by up to jump_max
// times N sectors.
//
// # Errors
//
// [Parse] tells several errors at once, each with line and column, what was found
// and what would be right there. [Notes] tells what is legal but not what it
// seems. [Format] and [FormatText] give the one canonical form.
package scenario

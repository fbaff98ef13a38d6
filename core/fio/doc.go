// Package fio makes a scenario of a job file of fio: the same I/O from as many
// tasks, as far as the block layer sees it.
//
//	[global]            settings of the jobs below
//	direct=1
//	bs=4k
//	[reader]            a job: numjobs tasks
//	rw=randread
//	ioengine=libaio
//	iodepth=32
//	iodepth_batch=16
//	[writer]
//	stonewall           begins when the jobs above have ended
//	rw=write
//
// Hard facts:
//
//   - A run begins where a bio is submitted. There is no page cache and no file
//     system: every job is taken as if it had direct=1, and its files as lying one
//     behind the other on the disk.
//   - What matters to the block layer of an ioengine is who plugs and who waits. A
//     synchronous engine waits for each I/O. An asynchronous one submits batches,
//     keeps a depth, and plugs a batch as its kernel does.
//   - fio's random offsets are its own. Here they come from the scenario's generator,
//     with the job's seed: as many, as far apart, but others, and they may repeat.
//
// Options that change nothing in the block layer are passed over in silence. One
// that would, and is not known here, is told in a [Note] with its line.
package fio

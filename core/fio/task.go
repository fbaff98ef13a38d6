package fio

import "blkplay/core/scenario"

// task lets c's task do its I/O.
func (b *builder) task(c *clone) {
	id := len(b.sc.Tasks) + 1
	b.sc.Tasks = append(b.sc.Tasks, scenario.Task{ID: id, Name: taskName(c.job.Name)})
	t := &b.sc.Tasks[id-1]
	if c.job.prioSet {
		prio := c.job.prio
		t.IOPrio = &prio
	}
	w := worker{builder: b, clone: c, task: t, pace: c.job.pace(), seed: max(c.job.seed+uint64(c.number), 1), plugs: b.sc.Kernel.Info().Has(scenario.StartPlug)}
	w.adapt()
	if c.job.delay > 0 {
		w.op(scenario.Op{Kind: scenario.Sleep, Relative: true, Time: c.job.delay})
	}
	if w.streams() {
		w.stream()
	} else {
		w.each()
	}
	if w.pace.left > 0 || c.ios%w.pace.cycle != 0 {
		w.op(scenario.Op{Kind: scenario.Wait})
	}
}

// taskName makes a job's name a word of a scenario.
func taskName(name string) string {
	b := []byte(name[:min(len(name), scenario.NameBytesMax)])
	for i, c := range b {
		if c <= ' ' || c > '~' {
			b[i] = '_'
		}
	}
	return string(b)
}

// worker writes the ops of a task.
type worker struct {
	*builder
	*clone
	task  *scenario.Task
	pace  pace
	seed  uint64
	plugs bool // a batch is plugged
	kicks bool // each I/O unplugs the queue
}

func (w *worker) op(op scenario.Op) { w.task.Ops = append(w.task.Ops, op) }

// adapt decides who plugs.
//
//   - 4.4 plugs each call: io_submit (fs/aio.c:do_io_submit()), and what a
//     synchronous read or write is made of (fs/direct-io.c:do_blockdev_direct_IO()).
//   - 6.18 plugs a batch of more than two (fs/aio.c, io_uring/io_uring.c); a single bio
//     has the plug that the block layer opens for it.
//   - 2.6.24 has no plugs of tasks: direct I/O ends by unplugging the queue
//     (fs/direct-io.c:direct_io_worker()). Where the task waits, that does it.
func (w *worker) adapt() {
	const plugThreshold = 2
	switch w.sc.Kernel {
	case scenario.Linux2624:
		w.kicks = w.job.engine != synchronous && w.pace != pace{1, 1, 0}
	case scenario.Linux618:
		w.plugs = w.pace.batch > plugThreshold || w.pieces(w.job) > 1
	}
	if w.job.engine == ioUring && w.sc.Kernel != scenario.Linux618 && w.number == 0 {
		w.note(w.job.Line, "job "+w.job.Name+": Linux "+string(w.sc.Kernel)+" has no io_uring; taken as libaio")
	}
}

// pieces is how many bios the largest block of j is.
func (b *builder) pieces(j *Job) int64 {
	n := int64(0)
	for dir, does := range j.does {
		if does {
			n = max(n, (j.block[dir]/sectorBytes+b.longest-1)/b.longest)
		}
	}
	return n
}

// streams reports whether streams can say what the job does.
func (w *worker) streams() bool {
	j := w.job
	return !j.mixed() && j.holes == 0 && w.pieces(w.job) == 1 && !w.rated() && !w.kicks && (j.think == 0 || j.thinkBlocks == 1) &&
		w.pace.cycle%w.pace.batch == 0
}

func (w *worker) rated() bool { return w.job.rate != [2]int64{} || w.job.rateIOs != [2]int64{} }

// io is an I/O of the job in a direction, as an op has it. A write is synchronous
// where direct I/O marks it so; so is a read that 6.18 waits for.
func (w *worker) io(a access) scenario.IO {
	sync := w.sc.Kernel != scenario.Linux2624
	if !a.write {
		sync = w.sc.Kernel == scenario.Linux618 && w.job.engine == synchronous
	}
	return scenario.IO{Write: a.write, Sync: sync, Sector: a.sector, Sectors: a.sectors, Count: 1}
}

// regionSectors is the length of the part of the file that the clone works in.
func (w *worker) regionSectors() int64 {
	n := w.job.region() / sectorBytes
	if w.over {
		n += w.job.block[w.job.direction()] / sectorBytes
	}
	return n
}

// stream writes the job as streams: one, or one for each time through the region.
func (w *worker) stream() {
	j := w.job
	dir := j.direction()
	n := j.block[dir] / sectorBytes
	blocks := max(w.regionSectors()/n, 1)
	pattern := scenario.Pattern{Seed: 1, EveryNs: j.think, WaitEach: w.pace.cycle, WaitLeft: w.pace.left}
	if w.plugs {
		pattern.PlugEach = w.pace.batch
	}
	if j.random {
		pattern.Random, pattern.Seed, pattern.Span = true, w.seed, blocks
		blocks = w.ios
	}
	for left := w.ios; left > 0; left -= blocks {
		io := w.io(access{dir == writing, w.first, n})
		io.Count = min(left, blocks)
		p := pattern
		w.op(scenario.Op{Kind: scenario.Stream, IO: io, Stream: &p})
	}
}

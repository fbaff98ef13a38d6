package fio

import "blkplay/core/scenario"

// each writes the job I/O by I/O.
func (w *worker) each() {
	j := w.job
	q := newSequence(&j.settings, w.first, w.regionSectors(), w.seed)
	clock := [2]int64{j.delay, j.delay} // when each direction may go on
	open := false                       // a plug
	for n := int64(1); n <= w.ios; n++ {
		a := q.take()
		if w.rated() && !w.limit(a, &clock) {
			break
		}
		if w.plugs && !open {
			w.op(scenario.Op{Kind: scenario.StartPlug})
			open = true
		}
		w.submit(a)
		cycle := n%w.pace.cycle == 0 || n == w.ios
		if open && (cycle || n%w.pace.cycle%w.pace.batch == 0) {
			w.op(scenario.Op{Kind: scenario.FinishPlug})
			open = false
		}
		if n%w.pace.cycle == 0 {
			w.op(scenario.Op{Kind: scenario.Wait, Value: w.pace.left * w.pieces(w.job)})
		}
		if j.think > 0 && n%j.thinkBlocks == 0 && n < w.ios {
			w.op(scenario.Op{Kind: scenario.Wait})
			w.op(scenario.Op{Kind: scenario.Sleep, Relative: true, Time: j.think})
		}
	}
	if open {
		w.op(scenario.Op{Kind: scenario.FinishPlug})
	}
}

// submit writes a's bios, and what sends them off.
func (w *worker) submit(a access) {
	io := w.io(a)
	for io.Sectors = min(a.sectors, w.longest); a.sectors > 0; a.sectors -= io.Sectors * io.Count {
		io.Sectors = min(a.sectors, w.longest)
		io.Sector, io.Step, io.Count = a.sector, io.Sectors, a.sectors/io.Sectors
		if io.Count == 1 {
			io.Step = 0
		}
		w.op(scenario.Op{Kind: scenario.Submit, IO: io})
		a.sector += io.Sectors * io.Count
	}
	if w.kicks {
		w.op(scenario.Op{Kind: scenario.Unplug})
	}
}

// limit lets the task sleep until a's rate allows it; false: that is after the end of time.
//
// A job that waits for others begins nobody knows when: it sleeps for as long as its
// rate wants between two I/Os.
func (w *worker) limit(a access, clock *[2]int64) bool {
	dir := reading
	if a.write {
		dir = writing
	}
	interval := int64(0)
	if rate := w.job.rate[dir]; rate > 0 {
		interval = a.sectors * sectorBytes * 1_000_000_000 / rate
	}
	if rate := w.job.rateIOs[dir]; rate > 0 {
		interval = max(interval, 1_000_000_000/rate)
	}
	at := clock[dir]
	clock[dir] += min(interval, timeMax)
	switch {
	case at > timeMax:
		w.note(w.job.Line, "job "+w.job.Name+": what its rate allows only after an hour is left out")
		return false
	case w.group > 0 && at > w.job.delay:
		w.op(scenario.Op{Kind: scenario.Sleep, Relative: true, Time: min(interval, timeMax)})
	case w.group == 0 && at > w.job.delay:
		w.op(scenario.Op{Kind: scenario.Sleep, Time: at})
	}
	return true
}

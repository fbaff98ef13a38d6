package blkparse

import "strconv"

// Append appends the block.
func (s *Summary) Append(b []byte) []byte {
	var total figures
	cpus := 0
	for i := range s.cpus {
		c := &s.cpus[i]
		if !c.seen {
			continue
		}
		cpus++
		total.add(c)
		b = append(b, "CPU"...)
		b = strconv.AppendInt(b, int64(i), 10)
		b = append(append(b, " ("...), s.name...)
		b = append(b, "):\n"...)
		b = s.appendFigures(b, c, true)
	}
	if cpus > 1 {
		b = append(append(b, "\nTotal ("...), s.name...)
		b = append(b, "):\n"...)
		b = s.appendFigures(b, &total, false)
	}
	b = append(b, "\nThroughput (R/W): "...)
	b = strconv.AppendUint(b, s.rate(total.fs.completed[reads]), 10)
	b = append(b, "KiB/s / "...)
	b = strconv.AppendUint(b, s.rate(total.fs.completed[writes]), 10)
	b = append(b, "KiB/s\nEvents ("...)
	b = append(append(b, s.name...), "): "...)
	b = strconv.AppendUint(b, s.events, 10)
	return append(b, " entries\nSkips: 0 forward (0 -   0.0%)\n"...)
}

// rate returns KiB a second, as blkparse reckons: time is cut to whole ms, and a
// rest of bytes counts for KiB/1000.
func (s *Summary) rate(f figure) uint64 {
	ms := (s.last - s.first) / 1_000_000
	if ms == 0 {
		return 0
	}
	return (1000*f.kib + f.rest) / ms
}

func (total *figures) add(c *figures) {
	total.fs.add(&c.fs)
	total.pc.add(&c.pc)
	for i := range c.unplugs {
		total.unplugs[i] += c.unplugs[i]
	}
}

func (s *stages) add(t *stages) {
	for dir := range s.queued {
		s.queued[dir] = s.queued[dir].plus(t.queued[dir])
		s.issued[dir] = s.issued[dir].plus(t.issued[dir])
		s.requeued[dir] = s.requeued[dir].plus(t.requeued[dir])
		s.completed[dir] = s.completed[dir].plus(t.completed[dir])
		s.merged[dir] = s.merged[dir].plus(t.merged[dir])
	}
}

// appendFigures appends the lines of a CPU, or of all.
func (s *Summary) appendFigures(b []byte, c *figures, depth bool) []byte {
	f := &c.fs
	b = appendPair(b, " Reads Queued:    ", " Writes Queued:    ", &f.queued, true)
	b = appendPair(b, " Read Dispatches: ", " Write Dispatches: ", &f.issued, true)
	b = appendPair(b, " Reads Requeued:  ", " Writes Requeued:  ", &f.requeued, false)
	b = appendPair(b, " Reads Completed: ", " Writes Completed: ", &f.completed, true)
	b = appendPair(b, " Read Merges:     ", " Write Merges:     ", &f.merged, true)
	if depth {
		b = appendPlain(b, " Read depth:      ", " Write depth:      ", uint64(s.deepest[reads]), uint64(s.deepest[writes]))
	}
	if p := &c.pc; *p != (stages{}) {
		b = appendPair(b, " PC Reads Queued: ", " PC Writes Queued: ", &p.queued, true)
		b = appendPair(b, " PC Read Disp.:   ", " PC Write Disp.:   ", &p.issued, true)
		b = appendPair(b, " PC Reads Req.:   ", " PC Writes Req.:   ", &p.requeued, false)
		b = appendPair(b, " PC Reads Compl.: ", " PC Writes Compl.: ", &p.completed, false)
	}
	return appendPlain(b, " IO unplugs:      ", " Timer unplugs:    ", c.unplugs[0], c.unplugs[1])
}

// appendPair appends a line of reads and writes, with or without their bytes.
func appendPair(b []byte, left, right string, f *[2]figure, bytes bool) []byte {
	for dir, label := range [...]string{left, right} {
		b = append(b, label...)
		b = appendSize(b, f[dir].n, 0)
		switch {
		case bytes:
			b = append(b, ", "...)
			b = appendSize(b, f[dir].kib+f[dir].rest>>10, 1)
			b = append(b, "iB"...)
		case dir == reads:
			b = append(b, '\t')
		}
		b = append(b, "\t\n"[dir])
	}
	return b
}

func appendPlain(b []byte, left, right string, l, r uint64) []byte {
	b = appendUint(append(b, left...), l, 8)
	b = append(b, "        \t"...)
	b = appendUint(append(b, right...), r, 8)
	return append(b, '\n')
}

// appendSize appends n in eight columns and its unit, the suffix numbered unit
// ("", K, M...); what is over a million goes down by thousands.
// blkparse.c:size_cnv().
func appendSize(b []byte, n uint64, unit int) []byte {
	const suffixes = "\x00KMGP"
	for n > 1_000_000 && unit < len(suffixes)-1 {
		n /= 1000
		unit++
	}
	b = appendUint(b, n, 8)
	if unit > 0 {
		b = append(b, suffixes[unit])
	}
	return b
}

package fio

import "blkplay/core/scenario"

// timeMax bounds times: an hour, in ns.
const timeMax = scenario.TimeMaxNs

// Directions in arrays.
const (
	reading = iota
	writing
)

// settings are a job's, as its section and the global ones above it have them.
type settings struct {
	random    bool
	does      [2]bool // reads, writes
	block     [2]int64
	size      int64 // bytes of the region; 0: not said
	ioSize    int64 // bytes to do; 0: as many as size
	ios       int64 // at most so many; 0: no bound
	fileSize  int64 // bytes; 0: not said
	shares    shares
	loops     int64
	offset    int64 // bytes
	increment int64 // bytes, for each clone
	filename  string
	jobs      int64 // clones

	engine   engine
	depth    int64
	batch    int64 // I/Os submitted at once
	complete int64 // I/Os taken at once
	low      int64 // depth at which it is filled again; 0: at once

	rate        [2]int64 // bytes a second; 0: no bound
	rateIOs     [2]int64 // a second
	think       int64    // ns
	thinkBlocks int64
	mixRead     int64 // percent
	seed        uint64
	delay       int64 // ns before the job begins
	stonewall   bool
	prio        scenario.IOPrio
	prioSet     bool
	holes       int64 // sequential: bytes left out behind each block
	trims       int   // the line that asks for trims, 0 if none does
	replays     int   // the line that asks for a log's I/O
}

// engine is what an ioengine is to the block layer.
type engine uint8

const (
	synchronous engine = iota // waits for each I/O
	libaio                    // io_submit takes a batch in one plug
	ioUring                   // io_uring_enter likewise
)

func defaults() settings {
	return settings{
		does: [2]bool{true, false}, block: [2]int64{4096, 4096}, jobs: 1, loops: 1, depth: 1, batch: 1, complete: 1,
		thinkBlocks: 1, mixRead: 50, seed: 1, prio: scenario.IOPrio{Class: 2, Data: 4},
	}
}

// Job is a section that asks for I/O.
type Job struct {
	Name string
	Line int
	settings
}

// File is a job file.
type File struct {
	Jobs  []Job
	Notes []Note
}

// Parse reads a job file. Its error is an [Error].
func Parse(text []byte) (*File, error) {
	list, wrong := sections(text)
	if wrong != nil {
		return nil, wrong
	}
	f := &File{}
	global := defaults()
	for i := range list {
		s := &list[i]
		to := &global
		if s.name != "global" {
			f.Jobs = append(f.Jobs, Job{s.name, s.line, global})
			to = &f.Jobs[len(f.Jobs)-1].settings
		}
		for _, o := range s.options {
			if wrong := f.set(to, o); wrong != "" {
				return nil, &Error{o.line, o.name + "=" + quoted(o.value) + ": " + wrong}
			}
		}
	}
	for i := range f.Jobs {
		f.resolve(&f.Jobs[i])
	}
	if len(f.Jobs) == 0 {
		return nil, &Error{list[len(list)-1].line, "there are only global settings, but no job"}
	}
	return f, nil
}

func (f *File) note(line int, text string) { f.Notes = append(f.Notes, Note{line, text}) }

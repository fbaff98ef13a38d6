package fio

import (
	"errors"

	"blkplay/core/scenario"
)

// IOsMax is how many bios the I/Os of all jobs come to, at most: a scenario is to be read, and to
// be run in a page. Of more each job does its share.
const IOsMax = 1 << 15

// clone is one of a job's numjobs.
type clone struct {
	job    *Job
	number int64 // of the job's, from 0
	group  int   // of jobs that begin together
	ios    int64
	first  int64 // sector of its region
	over   bool  // its last block reaches beyond its size, where the file goes on
}

// AddTo lets sc's tasks do what the jobs do: a task for each clone of a job, in order.
// Longest is the length in sectors of the longest bio that sc's queue takes. The notes
// tell what is done otherwise than by fio, besides f.Notes.
//
// Preconditions: sc has no tasks.
func (f *File) AddTo(sc *scenario.Scenario, longest int64) (notes []Note, err error) {
	b := builder{sc: sc, longest: longest}
	b.clones(f)
	switch {
	case b.err != nil:
		return b.notes, b.err
	case len(b.list) == 0:
		return b.notes, errors.New("no job of the file does reads or writes")
	}
	if err := b.place(); err != nil {
		return b.notes, err
	}
	b.share()
	for i := range b.list {
		b.task(&b.list[i])
	}
	b.chain()
	if errs := scenario.Check(sc); len(errs) > 0 {
		return b.notes, errs
	}
	return b.notes, nil
}

// builder fills a scenario.
type builder struct {
	sc      *scenario.Scenario
	longest int64
	list    []clone
	notes   []Note
	err     error
}

func (b *builder) note(line int, text string) { b.notes = append(b.notes, Note{line, text}) }

// clones lists the tasks that there will be.
func (b *builder) clones(f *File) {
	group := 0
	for i := range f.Jobs {
		j := &f.Jobs[i]
		if j.stonewall && len(b.list) > 0 {
			group++
		}
		if j.trims > 0 {
			b.note(j.trims, "job "+j.Name+" trims: no kernel here has discards; it is left out")
			continue
		}
		if j.replays > 0 {
			b.note(j.replays, "job "+j.Name+" does what a log says; it is left out: give the log itself")
			continue
		}
		ios := j.total()
		if ios == 0 {
			b.note(j.Line, "job "+j.Name+" has less to do than one block; it is left out")
			continue
		}
		if int64(len(b.list))+j.jobs > scenario.TasksMax {
			b.err = &Error{j.Line, "job " + j.Name + ": more than " + itoa(scenario.TasksMax) + " tasks in all"}
			return
		}
		if j.size == 0 {
			b.note(j.Line, "job "+j.Name+" has no size, and its device is not known here: it works in the first GiB")
		}
		for n := range j.jobs {
			b.list = append(b.list, clone{job: j, number: n, group: group, ios: ios})
		}
	}
}

// share cuts what is too much for a scenario, from each in proportion.
func (b *builder) share() {
	total := float64(0) // in bios
	for i := range b.list {
		total += float64(b.list[i].ios) * float64(b.pieces(b.list[i].job))
	}
	if total <= IOsMax {
		return
	}
	for i := range b.list {
		c := &b.list[i]
		all := c.ios
		c.ios = max(int64(float64(all)*IOsMax/total), 1)
		if c.number == 0 {
			b.note(c.job.Line, "job "+c.job.Name+": of its "+itoa(all)+" I/Os the first "+itoa(c.ios)+" are done; there may be "+itoa(IOsMax)+" bios in all")
		}
	}
}

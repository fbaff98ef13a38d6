package main

import (
	"strings"
	"time"

	"blkplay/core/handin"
	"blkplay/core/lesson"
)

// grader runs again what a class handed in, and shows what comes of it.
type grader struct {
	view  gradeView
	pause func() // lets the page draw, and a click arrive
	stop  bool   // set by a click during a pause
}

// gradeView shows a class while it is graded.
type gradeView interface {
	graded(r *handin.Graded)
	progress(done, of int)
}

// run grades the items in order and returns what it came to: all of them, unless it
// was stopped.
func (g *grader) run(exercises []*lesson.Exercise, items []handin.Item) []handin.Graded {
	again := lesson.NewGrader(exercises)
	list := make([]handin.Graded, 0, len(items))
	from := time.Now()
	for i := range items {
		list = append(list, items[i].Grade(again))
		g.view.graded(&list[i])
		if time.Since(from) < sliceMax {
			continue
		}
		g.view.progress(i+1, len(items))
		if g.pause(); g.stop {
			break
		}
		from = time.Now()
	}
	g.view.progress(len(list), len(items))
	return list
}

// counts is how many of a class are of each status.
type counts struct {
	status [lesson.Unknown + 1]int
	below  int // verified, and below the mark
}

// count counts; the mark to pass is in percent.
func count(list []handin.Graded, mark int) (c counts) {
	for i := range list {
		c.status[list[i].Status]++
		if below(&list[i], mark) {
			c.below++
		}
	}
	return c
}

// below reports whether a score, as the re-run gives it, misses the mark.
func below(r *handin.Graded, mark int) bool {
	return r.Status == lesson.Verified && r.Score.Scaled < mark*10
}

// shelf is the exercises there are: those of the site, and the visitor's own before them.
type shelf struct {
	list []*shelved
}

type shelved struct {
	*lesson.Exercise
	Own   bool // it was added by the visitor
	Taken bool // codes of it are graded
}

// add adds an exercise; one of the visitor's own replaces that of the same text or,
// if it was added before, of the same name.
func (s *shelf) add(text string, own bool) error {
	x, err := lesson.Parse(text)
	if err != nil {
		return err
	}
	one := &shelved{Exercise: x, Own: own, Taken: true}
	for i, old := range s.list {
		if old.Digest == x.Digest || old.Own && own && strings.EqualFold(old.Name, x.Name) {
			s.list[i] = one
			return nil
		}
	}
	if own {
		s.list = append([]*shelved{one}, s.list...)
	} else {
		s.list = append(s.list, one)
	}
	return nil
}

// titleIn returns the exercise's title in a language if it has words in that, else in
// its own, which are taken for English; and the language that it is in.
func (x *shelved) titleIn(wished string) (title, language string) {
	told := x.In(wished)
	if language = told.Language; language == "" {
		language = "en"
	}
	v, err := told.Variant(0)
	if err != nil {
		return x.Name, language
	}
	return v.Title(), language
}

func (s *shelf) taken() (list []*lesson.Exercise) {
	for _, x := range s.list {
		if x.Taken {
			list = append(list, x.Exercise)
		}
	}
	return list
}

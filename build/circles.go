package main

// circles returns the site's files in groups, each after all that it mentions.
// A group has more than one file if each of them leads to the others.
func (s *site) circles() [][]*file {
	w := walk{site: s, at: map[*file]*visit{}}
	for _, f := range s.files {
		if w.at[f] == nil {
			w.visit(f)
		}
	}
	return w.found
}

// walk finds groups as Tarjan does, in one walk along the mentions.
type walk struct {
	*site
	at    map[*file]*visit
	open  []*file // visited, their group not yet known
	found [][]*file
}

type visit struct {
	order, lowest int // of this visit; of what it leads back to
	done          bool
}

func (w *walk) visit(f *file) *visit {
	v := &visit{order: len(w.at), lowest: len(w.at)}
	w.at[f] = v
	first := len(w.open)
	w.open = append(w.open, f)
	w.eachMention(f, func(other *file, _ string) string {
		o := w.at[other]
		if o == nil {
			v.lowest = min(v.lowest, w.visit(other).lowest)
		} else if !o.done {
			v.lowest = min(v.lowest, o.order)
		}
		return ""
	})
	if v.lowest == v.order {
		group := append([]*file(nil), w.open[first:]...)
		w.open = w.open[:first]
		for _, member := range group {
			w.at[member].done = true
		}
		w.found = append(w.found, group)
	}
	return v
}

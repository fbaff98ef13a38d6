package fio

import "blkplay/core/scenario"

// chain lets each group of jobs begin when the one before has ended: the clone of
// that with the most to do, the last of several, starts them.
func (b *builder) chain() {
	for from := 0; from < len(b.list); {
		to, leader := from, from
		for to < len(b.list) && b.list[to].group == b.list[from].group {
			if b.list[to].ios >= b.list[leader].ios {
				leader = to
			}
			to++
		}
		b.start(leader, to)
		if to-from > 1 && to < len(b.list) {
			j := b.list[to].job
			b.note(j.Line, "job "+j.Name+": stonewall waits for task "+itoa(int64(b.sc.Tasks[leader].ID))+
				", which has the most to do, not for all "+itoa(int64(to-from))+" before it")
		}
		from = to
	}
}

// start lets task leader start the group that begins with clone from.
func (b *builder) start(leader, from int) {
	t := &b.sc.Tasks[leader]
	for i := from; i < len(b.list) && b.list[i].group == b.list[from].group; i++ {
		b.sc.Tasks[i].Parent = t.ID
		t.Ops = append(t.Ops, scenario.Op{Kind: scenario.Fork, Task: b.sc.Tasks[i].ID})
	}
}

package scenario

// Bios returns how many bios all ops of sc submit.
func (sc *Scenario) Bios() (n int64) {
	for i := range sc.Tasks {
		ops := sc.Tasks[i].Ops
		for k := range ops {
			n += ops[k].bios()
		}
	}
	for i := range sc.At {
		n += sc.At[i].Op.bios()
	}
	return n
}

func (op *Op) bios() int64 {
	if op.Kind == Submit || op.Kind == Stream {
		return op.IO.Count
	}
	return 0
}

package scenario

// ClearPos forgets all places, so that scenarios of different texts can be compared.
func (sc *Scenario) ClearPos() {
	for i := range sc.Tunables {
		sc.Tunables[i].Pos = Pos{}
	}
	for i := range sc.Tasks {
		t := &sc.Tasks[i]
		t.Pos = Pos{}
		for j := range t.Ops {
			t.Ops[j].Pos = Pos{}
		}
	}
	for i := range sc.At {
		sc.At[i].Op.Pos = Pos{}
	}
}

package scenario

import "strconv"

// model gives the machine another device; only the depth stays.
func (r *retargeting) model(value string) error {
	if modelNamed(value) == nil {
		return changeError("device", value, "is no device"+oneOf(value, modelNames()))
	}
	if d := &r.sc.Device; d.Model != value {
		*d = deviceOf(value, d.Depth)
	}
	return nil
}

func (r *retargeting) hz(value string) error {
	a := args{}
	r.sc.HZ = a.number(token{text: value}, value, "hz", HZMin, HZMax)
	if a.failed != nil {
		return Errors{{Text: "hz: " + a.failed.Text}}
	}
	return nil
}

// deviceField returns the parameter of the device's model that a device line
// would name so, nil if it has none.
func (r *retargeting) deviceField(name string) *deviceKey {
	m := modelNamed(r.sc.Device.Model)
	if m == nil {
		return nil
	}
	for i := range m.keys {
		if m.keys[i].match(name) > 0 {
			return &m.keys[i]
		}
	}
	return nil
}

// device sets a parameter of the device.
func (r *retargeting) device(c Change) error {
	k := r.deviceField(c.Name)
	a := args{}
	if k.time {
		*k.field(&r.sc.Device) = a.scaled(token{text: c.Value}, c.Value, k.match(c.Name), k.most)
	} else {
		*k.field(&r.sc.Device) = a.number(token{text: c.Value}, c.Value, c.Name, k.least, k.most)
	}
	if a.failed != nil {
		return Errors{{Text: c.Name + ": " + a.failed.Text}}
	}
	return nil
}

// setting makes a change that no other depends on; those made already are passed over.
func (r *retargeting) setting(c Change) error {
	if r.deviceField(c.Name) != nil {
		return nil
	}
	for _, m := range machineChanges {
		if m.name == c.Name {
			return nil
		}
	}
	v, err := strconv.ParseInt(c.Value, 10, 64)
	if err != nil {
		return changeError(c.Name, c.Value, "is no whole number")
	}
	switch p := r.info.QueueParameter(c.Name); {
	case p != nil:
		*r.sc.Queue.Field(c.Name) = v
		return nil
	case r.sc.WhatIf.Field(c.Name) != nil:
		return r.whatIf(c, v)
	}
	return r.tunable(c, v)
}

func (r *retargeting) whatIf(c Change, v int64) error {
	switch {
	case index(r.info.WhatIf, c.Name) < 0 && v != 0:
		return Errors{{Text: "kernel " + string(r.info.Name) + " has no what_if " + c.Name}}
	case v != 0 && v != 1:
		return changeError(c.Name, c.Value, "is neither 0 nor 1")
	}
	*r.sc.WhatIf.Field(c.Name) = v == 1
	return nil
}

func (r *retargeting) tunable(c Change, v int64) error {
	e := r.info.Elevator(r.sc.Elevator)
	if e == nil || e.Tunable(c.Name) == nil {
		return Errors{{Text: "kernel " + string(r.info.Name) + " with elevator " + r.sc.Elevator +
			" has nothing called " + quote(c.Name) + oneOf(c.Name, Changeable(r.sc))}}
	}
	for i := range r.sc.Tunables {
		if r.sc.Tunables[i].Name == c.Name {
			r.sc.Tunables[i].Value = v
			return nil
		}
	}
	r.sc.Tunables = append(r.sc.Tunables, Setting{Name: c.Name, Value: v})
	return nil
}

// tags takes back an nr_requests that nobody asked for and that the new machine
// has not got the tags for.
func (r *retargeting) tags(changes []Change) {
	for _, c := range changes {
		if c.Name == "nr_requests" {
			return
		}
	}
	p := r.info.QueueParameter("nr_requests")
	c := checker{sc: r.sc, info: r.info}
	if c.tags(); len(c.errs) > 0 {
		nr := &r.sc.Queue.NrRequests
		r.lose(Loss{Kind: OtherValue, Name: p.Name, Value: strconv.FormatInt(p.Default(r.sc), 10)})
		*nr = p.Default(r.sc)
	}
}

// Changeable lists the names that a [Change] of sc may have.
func Changeable(sc *Scenario) []string {
	list := []string{"kernel", "elevator", "hz", "device"}
	if m := modelNamed(sc.Device.Model); m != nil {
		list = append(list, m.Keys()...)
	}
	info := sc.Kernel.Info()
	if info == nil {
		return list
	}
	for i := range info.Queue {
		list = append(list, info.Queue[i].Name)
	}
	if e := info.Elevator(sc.Elevator); e != nil {
		for i := range e.Tunables {
			list = append(list, e.Tunables[i].Name)
		}
	}
	return append(list, info.WhatIf...)
}

func kernelNames() []string {
	var list []string
	for i := range kernels {
		list = append(list, string(kernels[i].Name))
	}
	return list
}

func changeError(name, value, text string) error {
	return Errors{{Text: name + "=" + value + ": " + quote(value) + " " + text}}
}

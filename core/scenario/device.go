package scenario

import "strconv"

// deviceKey is a parameter of a device model. Times may be written in any unit,
// which stands in place of the last part of the key: base_us, base_ns.
type deviceKey struct {
	before, after string // the key is before + unit + after; a key without unit is before alone
	time          bool
	least, most   int64
	field         func(*Device) *int64
	units         []string // in which the canonical form writes it, the first that fits
	always        bool     // written even if 0
}

var linearKeys = []deviceKey{
	{before: "depth", least: 1, most: DepthMax, field: func(d *Device) *int64 { return &d.Depth }, always: true},
	{before: "base_", time: true, most: TimeMaxNs, field: func(d *Device) *int64 { return &d.BaseNs }, units: []string{"us", "ns"}, always: true},
	{before: "per_sector_", time: true, most: TimeMaxNs, field: func(d *Device) *int64 { return &d.PerSectorNs }, units: []string{"ns"}, always: true},
	{before: "seek_", after: "_per_1024", time: true, most: SeekNsMax, field: func(d *Device) *int64 { return &d.SeekNsPer1024 }, units: []string{"ns"}},
	{before: "seek_max_", time: true, most: TimeMaxNs, field: func(d *Device) *int64 { return &d.SeekMaxNs }, units: []string{"us", "ns"}},
}

// DeviceModel is a model that a device line can name.
type DeviceModel struct {
	Name string
	Text string
	keys []deviceKey
}

var deviceModels = []DeviceModel{
	{"linear", "service = base + sectors * per_sector + min(seek_max, distance * seek / 1024)", linearKeys},
	{"hp97560", "a disk of the early 1990s, 4002 rpm", linearKeys[:1]},
	{"atlas10k", "a disk of 1999, 10025 rpm", linearKeys[:1]},
	{"ssd", "flash pages on eight channels", linearKeys[:1]},
	{tableModel, "times from D to C by length and distance, as measured", linearKeys[:1]},
}

// deviceOf returns a device of a model, all else as that has it by default.
func deviceOf(model string, depth int64) Device {
	d := Device{Model: model, Depth: depth}
	switch model {
	case defaultDevice.Model:
		d.BaseNs, d.PerSectorNs = defaultDevice.BaseNs, defaultDevice.PerSectorNs
	case tableModel:
		d.Table = &defaultTable
	}
	return d
}

// DeviceModels lists the models, the default first: those of package disk.
func DeviceModels() []DeviceModel { return deviceModels }

// Keys lists the model's parameters as the canonical form writes them.
func (m *DeviceModel) Keys() []string {
	var list []string
	for i := range m.keys {
		list = append(list, m.keys[i].name(0))
	}
	return list
}

func (k *deviceKey) name(unit int) string {
	if !k.time {
		return k.before
	}
	return k.before + k.units[unit] + k.after
}

// match returns the ns of key's unit if key is k's, else 0.
func (k *deviceKey) match(key string) int64 {
	if !k.time {
		if key == k.before {
			return 1
		}
		return 0
	}
	n := len(key) - len(k.after)
	if n < len(k.before) || key[:len(k.before)] != k.before || key[n:] != k.after {
		return 0
	}
	return unitNs(key[len(k.before):n])
}

func modelNamed(name string) *DeviceModel {
	for i := range deviceModels {
		if deviceModels[i].Name == name {
			return &deviceModels[i]
		}
	}
	return nil
}

func modelNames() []string {
	var list []string
	for i := range deviceModels {
		list = append(list, deviceModels[i].Name)
	}
	return list
}

func (p *parser) device(a *args) {
	name := a.choose("device", modelNames())
	m := modelNamed(name)
	if m == nil {
		return
	}
	d := &p.sc.Device
	if name != d.Model {
		*d = deviceOf(name, defaultDevice.Depth)
	}
	if d.Table != nil {
		table := *d.Table
		d.Table = &table
	}
	given := 0 // a bit for each key
	for a.more() {
		w, key, value := a.pair(m.Keys())
		if a.failed != nil {
			return
		}
		if d.Table != nil && d.Table.readList(a, w, key, value) {
			continue
		}
		at, unit := -1, int64(0)
		for i := range m.keys {
			if u := m.keys[i].match(key); u > 0 {
				at, unit = i, u
			}
		}
		switch {
		case at < 0:
			a.fail(w, "device "+name+" has no "+quote(key)+oneOf(key, m.Keys())+" (times in ns, us, ms or s)")
			return
		case given>>at&1 != 0:
			a.fail(w, quote(key)+" is set twice")
			return
		}
		given |= 1 << at
		k := &m.keys[at]
		if k.time {
			*k.field(d) = a.scaled(w, value, unit, k.most)
		} else {
			*k.field(d) = a.number(w, value, key, k.least, k.most)
		}
	}
	if d.Table != nil && !d.Table.ok() {
		a.fail(a.peek(), wrongTable)
	}
}

func appendDevice(b []byte, d *Device) []byte {
	b = append(append(b, "device "...), d.Model...)
	m := modelNamed(d.Model)
	if m == nil {
		return b
	}
	for i := range m.keys {
		k := &m.keys[i]
		v := *k.field(d)
		if v == 0 && !k.always {
			continue
		}
		unit := 0
		for k.time && unit < len(k.units)-1 && v%unitNs(k.units[unit]) != 0 {
			unit++
		}
		b = append(append(append(b, ' '), k.name(unit)...), '=')
		if k.time {
			v /= unitNs(k.units[unit])
		}
		b = strconv.AppendInt(b, v, 10)
	}
	if d.Table != nil {
		b = d.Table.append(b)
	}
	return b
}

package blktrace

// Lengths of a record before its payload.
const (
	headerBytes  = 48 // Linux: struct blk_io_trace
	header2Bytes = 64 // Linux: struct blk_io_trace2
)

// headerLength is that of a version's records.
func headerLength(version byte) int {
	if version == Version2 {
		return header2Bytes
	}
	return headerBytes
}

// payloadLength reads the length of the payload from a header.
func (o order) payloadLength(h []byte) int {
	if len(h) == header2Bytes {
		return int(o.u16(h[50:]))
	}
	return int(o.u16(h[46:]))
}

// decode fills r from a header and the payload that follows it. Nothing is copied.
func (o order) decode(r *Record, h, payload []byte) {
	*r = Record{
		Seq:    o.u32(h[4:]),
		Time:   o.u64(h[8:]),
		Sector: o.u64(h[16:]),
		Bytes:  o.u32(h[24:]),
	}
	if len(h) == header2Bytes {
		r.PID = o.u32(h[28:])
		r.setWord(o.u64(h[32:]))
		h = h[4:] // from here on it is as before, but for where it stands
	} else {
		r.setWord(uint64(o.u32(h[28:])))
		if r.Action == ZonePlug || r.Action == ZoneUnplug {
			r.Action |= zoneless
		}
		r.PID = o.u32(h[32:])
	}
	r.Device = Device(o.u32(h[36:]))
	r.CPU = o.u32(h[40:])
	r.Error = o.u16(h[44:])
	if len(payload) > 0 || r.HasCGroup || r.Action.payloadBytes() > 0 {
		o.decodePayload(r, payload)
	}
}

func (o order) decodePayload(r *Record, payload []byte) {
	r.Payload = payload
	if r.HasCGroup {
		if len(payload) < 8 { // no id: so not the bit, but an action nobody knows
			r.HasCGroup, r.BadPayload = false, true
			r.Action |= cgroupBit
			return
		}
		r.CGroup, r.Payload = o.u64(payload), payload[8:]
	}
	if r.IsNote() {
		return
	}
	want := r.Action.payloadBytes()
	if want == 0 {
		return
	}
	p := r.Payload
	if len(p) != want {
		r.BadPayload = true
		return
	}
	r.Payload = nil
	if r.Action == Remap {
		r.From, r.To, p = Device(bigEndian.u32(p)), Device(bigEndian.u32(p[4:])), p[8:]
	}
	r.Arg = bigEndian.u64(p)
}

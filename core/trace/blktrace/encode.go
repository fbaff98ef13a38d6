package blktrace

// appendRecord appends r in version 7, which has no bits for the operations of
// zones. A payload too long for its 16-bit length is cut.
func (o order) appendRecord(b []byte, r *Record) []byte {
	const most = 1<<16 - 1
	length, payload := 0, r.Payload
	if r.HasCGroup {
		length = 8
	}
	numbers := 0
	if !r.IsNote() && !r.BadPayload {
		numbers = r.Action.payloadBytes()
	}
	if numbers > 0 {
		payload = nil
		length += numbers
	}
	payload = payload[:min(len(payload), most-length)]
	length += len(payload)

	b = o.put32(b, magic|Version)
	b = o.put32(b, r.Seq)
	b = o.put64(b, r.Time)
	b = o.put64(b, r.Sector)
	b = o.put32(b, r.Bytes)
	b = o.put32(b, uint32(r.word()))
	b = o.put32(b, r.PID)
	b = o.put32(b, uint32(r.Device))
	b = o.put32(b, r.CPU)
	b = o.put16(b, r.Error)
	b = o.put16(b, uint16(length))
	if r.HasCGroup {
		b = o.put64(b, r.CGroup)
	}
	if numbers == 16 {
		b = bigEndian.put32(b, uint32(r.From))
		b = bigEndian.put32(b, uint32(r.To))
	}
	if numbers > 0 {
		b = bigEndian.put64(b, r.Arg)
	}
	return append(b, payload...)
}

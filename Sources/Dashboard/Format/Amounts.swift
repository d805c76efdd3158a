package import Migration

/// An amount in binary units: `512 B`, `1.2 GiB`; negative ones count as 0.
package func bytesText(_ bytes: ByteCount) -> String {
  var amount = Double(max(0, bytes.rawValue))
  var unit = 0
  while (amount * 10).rounded() >= 10240, unit < byteUnits.count - 1 {
    amount /= 1024
    unit += 1
  }
  return unit == 0 ? "\(Int64(amount)) B" : "\(tenths(amount)) \(byteUnits[unit])"
}

/// A speed in binary units: `3.4 MiB/s`.
package func speedText(_ speed: ByteRate) -> String {
  bytesText(ByteCount(rawValue: speed.rawValue)) + "/s"
}

/// A number of objects: exact up to five digits, then `123.4k`, `5.6M`; never negative.
package func countText(_ count: Int64) -> String {
  let exact = max(0, count)
  if exact < 100_000 { return String(exact) }
  var amount = Double(exact)
  var unit = -1
  while (amount * 10).rounded() >= 10000, unit < countUnits.count - 1 {
    amount /= 1000
    unit += 1
  }
  return tenths(amount) + countUnits[unit]
}

/// The part of a whole in per cent, rounded down, so that 100 % means all of it.
package func percentText(_ fraction: Double) -> String {
  let part = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
  return "\(Int(part * 100))%"
}

private let byteUnits = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
private let countUnits = ["k", "M", "G", "T", "P", "E"]

private func tenths(_ amount: Double) -> String {
  let tenths = Int64((amount * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

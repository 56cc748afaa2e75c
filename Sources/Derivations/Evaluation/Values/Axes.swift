/// What each axis of a value has: how many entries, which first number, what it runs over.
///
/// Values are copied more often than anything else, and hardly one has more than three axes: these are kept in the value
/// itself, so that no copy counts references to them.
struct Axes<Element: AxisProperty> {
  private(set) var count: Int
  private var (first_, second, third) = (Element.unset, Element.unset, Element.unset)
  /// All, where there are more than three.
  private var many: [Element]?

  init(_ elements: some Sequence<Element>) {
    var all: [Element]?
    count = 0
    for element in elements {
      switch count {
      case 0: first_ = element
      case 1: second = element
      case 2: third = element
      case 3: all = [first_, second, third, element]
      default: all?.append(element)
      }
      count += 1
    }
    many = all
  }
}

/// What an axis may have.
protocol AxisProperty: Hashable, Sendable {
  /// Stands where there is no axis.
  static var unset: Self { get }
}

extension Int: AxisProperty { static var unset: Int { 0 } }

extension Axes: RandomAccessCollection, MutableCollection, ExpressibleByArrayLiteral, Hashable, Sendable {
  init(arrayLiteral elements: Element...) { self.init(elements) }
  init(repeating element: Element, count: Int) { self.init(repeatElement(element, count: count)) }

  var startIndex: Int { 0 }
  var endIndex: Int { count }

  subscript(axis: Int) -> Element {
    get {
      precondition(axis >= 0 && axis < count, "there is no such axis")
      if let many { return many[axis] }
      return axis == 0 ? first_ : axis == 1 ? second : third
    }
    set {
      precondition(axis >= 0 && axis < count, "there is no such axis")
      if many != nil {
        many?[axis] = newValue
      } else if axis == 0 {
        first_ = newValue
      } else if axis == 1 {
        second = newValue
      } else {
        third = newValue
      }
    }
  }

  static func + (left: Axes, right: Axes) -> Axes { Axes(Array(left) + Array(right)) }
}

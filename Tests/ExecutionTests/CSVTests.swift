import Execution
import Testing

@Suite struct CSVTests {}

public import ArgumentParser
import FoundationEssentials
public import RegisterModel
import RegisterXML

#if canImport(Glibc)
  import Glibc
#endif

/// The register that a command works on.
struct RegisterInput: ParsableArguments {
  @Argument(
    help: "The register's file, or - for standard input.",
    completion: .file(extensions: ["xml"]))
  var file: String

  /// Reads the register; what is wrong with it goes to standard error.
  ///
  /// - Throws: The exit code, if there is no register.
  func load() throws -> Register { try RegisterInput.load(file) }

  /// Reads a register from a file; what is wrong with it goes to standard error.
  static func load(_ path: String) throws -> Register {
    let source = try RegisterSource(path: path)
    let read = try source.read()
    guard let register = read.register else {
      let printer = FindingPrinter(terminal: .error)
      printError(try printer.text(for: read.findings, in: source))
      throw ExitCode(2)
    }
    return register
  }
}

/// A day given on the command line.
extension CalendarDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(text: argument) }
}

extension Marking: ExpressibleByArgument {}
extension MergePreference: ExpressibleByArgument {}
extension Stage: ExpressibleByArgument {}
extension Incident.Severity: ExpressibleByArgument {}

/// Moments and people, as the machine knows them: only the faces ask it.
enum Surroundings {
  /// Now, in the time zone of the machine.
  static func now() -> Moment {
    let date = Date()
    let offset = TimeZone.current.secondsFromGMT(for: date) / 60
    return Moment(
      secondsSince1970: Int64(date.timeIntervalSince1970.rounded(.down)), offsetMinutes: offset)
      ?? Moment(secondsSince1970: 0)!
  }

  /// Today, in the time zone of the machine.
  static func today() -> CalendarDate { now().localDate }

  /// Who is at work: `HOLDFAST_BY`, or the name of the account.
  static func author() -> Line? {
    if let named = ProcessInfo.processInfo.environment["HOLDFAST_BY"] { return Line(named) }
    guard let account = getpwuid(getuid())?.pointee else { return nil }
    // The full name, up to the first comma, where the system has one; else the account's.
    let full = account.pw_gecos.map { String(cString: $0) }?.prefix { $0 != "," } ?? ""
    return Line(String(full)) ?? Line(String(cString: account.pw_name))
  }
}

/// Why a command could not do its work, though it was called rightly.
struct CommandFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

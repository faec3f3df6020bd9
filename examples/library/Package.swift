// swift-tools-version: 6.2
import PackageDescription

// A program of your own on top of Holdfast's library: cd examples/library && swift run top-risks FILE
let package = Package(
  name: "top-risks",
  dependencies: [.package(name: "holdfast", path: "../..")],
  targets: [
    .executableTarget(
      name: "top-risks", dependencies: [.product(name: "Holdfast", package: "holdfast")])
  ]
)

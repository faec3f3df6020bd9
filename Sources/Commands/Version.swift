/// The version of the program.
let holdfastVersion = "0.1.0"

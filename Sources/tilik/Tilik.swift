@main struct Tilik { static func main() {} }

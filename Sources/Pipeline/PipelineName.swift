/// What a run of a pipeline is called in messages.
enum PipelineName { static let program = "tilik" }

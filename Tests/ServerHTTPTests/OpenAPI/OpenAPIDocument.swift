import SyncCore
import TestSupport
import Testing
import Yams

/// `Protocol/openapi.yaml`, as far as tests look into it.
struct OpenAPIDocument {
  /// One operation of the document.
  struct Operation {
    let id: String
    let method: String
    let path: String
    let node: Node

    /// `GET /v1/feed`.
    var name: String { "\(method) \(path)" }
  }

  /// An example with what it is an example of.
  struct Example {
    let operation: String
    let status: String?
    let mediaType: String
    let name: String
    let value: Node
  }

  /// The document as it is written.
  let text: String
  let root: Node

  init() throws {
    text = try RepositoryFiles.text("Protocol/openapi.yaml")
    root = try #require(try Yams.compose(yaml: text))
  }

  var operations: [Operation] {
    get throws {
      var operations: [Operation] = []
      for (path, item) in try #require(root["paths"]?.mapping) {
        for (method, node) in try #require(item.mapping) {
          guard let method = method.string, ["get", "post", "put", "delete", "patch", "head"].contains(method) else {
            continue
          }
          operations.append(
            Operation(
              id: try #require(node["operationId"]?.string), method: method.uppercased(),
              path: try #require(path.string), node: node))
        }
      }
      return operations
    }
  }

  /// What a node refers to, or the node itself.
  func resolved(_ node: Node) throws -> Node {
    guard let reference = node["$ref"]?.string else { return node }
    var found = root
    for part in reference.split(separator: "/").dropFirst() {
      found = try #require(found[String(part)], "\(reference)")
    }
    return try resolved(found)
  }

  /// The answers of an operation by status, references resolved.
  func responses(of node: Node) throws -> [String: Node] {
    var responses: [String: Node] = [:]
    for (status, response) in try #require(node["responses"]?.mapping) {
      responses[try #require(status.string)] = try resolved(response)
    }
    return responses
  }

  /// The problem codes an answer may have; empty when it is no problem.
  func problemCodes(of response: Node) throws -> [String] {
    guard let schema = response["content"]?["application/problem+json"]?["schema"] else { return [] }
    for part in try #require(schema["allOf"]?.sequence) {
      if let codes = part["properties"]?["code"]?["enum"]?.sequence { return codes.compactMap(\.string) }
    }
    return []
  }

  /// All examples of bodies.
  func examples() throws -> [Example] {
    var examples: [Example] = []
    func collect(_ content: Node?, _ operation: Operation, _ status: String?) throws {
      for (mediaType, media) in content?.mapping ?? [:] {
        for (name, example) in media["examples"]?.mapping ?? [:] {
          examples.append(
            Example(
              operation: operation.id, status: status, mediaType: try #require(mediaType.string),
              name: try #require(name.string), value: try #require(example["value"])))
        }
      }
    }
    for operation in try operations {
      if let body = operation.node["requestBody"] { try collect(try resolved(body)["content"], operation, nil) }
      for (status, response) in try responses(of: operation.node) {
        try collect(response["content"], operation, status)
      }
    }
    return examples
  }
}

extension OpenAPIDocument.Example {
  /// The body as it would go over the wire.
  func body() throws -> [UInt8] {
    if let text = value.string, value.tag.description.hasSuffix(":str") { return Array(text.utf8) }
    return JSONWriter.bytes(try JSONValue(value))
  }
}

extension JSONValue {
  /// A value of YAML, members in the order they are written.
  init(_ node: Node) throws {
    switch node {
    case .mapping(let mapping):
      self = .object(try mapping.map { JSONMember(try #require($0.key.string), try JSONValue($0.value)) })
    case .sequence(let sequence): self = .array(try sequence.map { try JSONValue($0) })
    case .scalar:
      if let number = node.int, node.tag.description.hasSuffix(":int") {
        self = .integer(Int64(number))
      } else if let truth = node.bool, node.tag.description.hasSuffix(":bool") {
        self = .bool(truth)
      } else {
        self = .string(try #require(node.string))
      }
    case .alias: throw YamlError.reader(problem: "an alias that was not resolved", offset: nil, value: 0, yaml: "")
    }
  }
}

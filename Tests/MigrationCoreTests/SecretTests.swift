import Testing

@testable import Migration
@testable import OMSClient

struct SecretTests {
  @Test func `a secret shows stars however it is printed`() {
    let keys = StorageKeys(accessKey: "AK", secretKey: Secret("hush"))
    var dumped = ""
    dump(keys, to: &dumped)
    #expect(!"\(keys)".contains("hush"))
    #expect(!String(reflecting: keys).contains("hush"))
    #expect(!dumped.contains("hush"))
    #expect(!String(describing: Credentials.token(Secret("hush"))).contains("hush"))
  }
}

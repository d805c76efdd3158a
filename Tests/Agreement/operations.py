"""Prints the operations that the official SDK has, one a line; OfficialClientTests.swift runs it."""

from huaweicloudsdkoms import v2

END = "_invoker"
print(*(name.removesuffix(END) for name in dir(v2.OmsClient) if name.endswith(END)), sep="\n")

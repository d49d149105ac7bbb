"""Has gpt-researcher write a report about a folder of notes, from local documents only.

    python gpt_researcher_local.py FOLDER URL        (in the environment that benchmarks/peer_environments.py makes)

Prints JSON in its last line: the report, and the seconds from first call to last. Even so it searches the web once, so the stub answers its search with nothing.
"""

import asyncio
import json
import os
import sys
import time


def main(folder: str, url: str) -> None:
    os.environ |= {
        "OPENAI_API_KEY": "none",
        "OPENAI_BASE_URL": f"{url}/v1",
        "RETRIEVER": "custom",
        "RETRIEVER_ENDPOINT": f"{url}/search",
        "EMBEDDING": "custom:stub",
        "DOC_PATH": folder,
        "REPORT_SOURCE": "local",
        "FAST_LLM": "openai:stub",
        "SMART_LLM": "openai:stub",
        "STRATEGIC_LLM": "openai:stub",
        "SIMILARITY_THRESHOLD": "0.05",
        "LANGUAGE": "traditional chinese",
    }
    from gpt_researcher import GPTResearcher  # noqa: PLC0415 - it reads the environment when it is imported

    async def report() -> str:
        researcher = GPTResearcher(
            query="出國報告", report_type="research_report", report_source="local", verbose=False
        )
        await researcher.conduct_research()
        return await researcher.write_report()

    began = time.perf_counter()
    text = asyncio.run(report())
    print("\n" + json.dumps({"seconds": time.perf_counter() - began, "report": text}))


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
